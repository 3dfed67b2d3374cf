package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break templates and brandings. */
final class WordingBreakages {
  private WordingBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy(
            "wording-versions",
            "insert into correspondence.template_version (id, creditor_id, kind, language, version, source, saved_by, saved_at)"
                + " values (gen_random_uuid(), $Brightwell, 'recap', 'en', 2, '# body', 'person:ada', '2026-03-03 10:00Z')"),
        seenBy(
            "wording-versions",
            "insert into correspondence.branding (id, creditor_id, version, saved_by, saved_at)"
                + " values (gen_random_uuid(), $Brightwell, 3, 'person:ada', '2026-03-03 10:00Z')"),
        seenBy(
            "logo-kept",
            "insert into correspondence.branding (id, creditor_id, version, logo, saved_by, saved_at)"
                + " values (gen_random_uuid(), $Brightwell, 1, '\\x00', 'person:ada', '2026-03-03 10:00Z')"));
  }
}
