package io.duly.desk.worklist;

import java.util.UUID;

/**
 * A list that somebody keeps by a name.
 *
 * @param person whose it is
 * @param query of the worklist's address; empty for everything
 * @param shared everybody of the house sees it
 */
public record SavedView(UUID id, UUID person, String name, String query, boolean shared) {
  public String address() {
    return query.isEmpty() ? "/" : "/?" + query;
  }
}
