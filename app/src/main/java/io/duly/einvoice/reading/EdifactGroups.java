package io.duly.einvoice.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Segments that belong together: from one that begins a group to before the next that begins any. */
final class EdifactGroups {
  /** In the head these begin groups of their own. */
  private static final Set<String> HEADS = Set.of("NAD", "TAX", "CUX", "PAT", "PYT", "TDT", "TOD", "PAC", "ALC", "LIN", "UNS");

  private EdifactGroups() {}

  static List<List<Segment>> of(List<Segment> segments, String begin) {
    var groups = new ArrayList<List<Segment>>();
    boolean open = false;
    for (var one : segments) {
      if (one.is(begin)) {
        groups.add(new ArrayList<>());
        open = true;
      } else if (!begin.equals("LIN") && HEADS.contains(one.tag())) {
        open = false;
      }
      if (open) {
        groups.getLast().add(one);
      }
    }
    return groups;
  }

  /** Those before the first of the tags. */
  static List<Segment> before(List<Segment> segments, String... tags) {
    return segments.stream().takeWhile(one -> Arrays.stream(tags).noneMatch(one::is)).toList();
  }
}
