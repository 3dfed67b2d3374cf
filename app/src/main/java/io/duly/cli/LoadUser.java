package io.duly.cli;

import java.io.IOException;

/** Somebody who acts again and again. */
interface LoadUser {
  /**
   * @param page the kind of page that was asked for
   * @param status of HTTP
   */
  record Answer(String page, int status) {}

  /** Acts once. */
  Answer act() throws IOException, InterruptedException;
}
