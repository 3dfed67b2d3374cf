package io.duly.correspondence.template;

import java.util.List;

/** A template that was read and found to be sound for its kind. */
record Template(List<Inline> subject, List<Part> body, List<Part> sms) {
  Template {
    subject = List.copyOf(subject);
    body = List.copyOf(body);
    sms = List.copyOf(sms);
  }
}
