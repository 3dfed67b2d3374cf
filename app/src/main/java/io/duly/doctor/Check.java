package io.duly.doctor;

/**
 * One thing that must hold.
 *
 * @param id names the check, in lower-case words joined by hyphens
 * @param invariant of the domain's list: {@code I3}
 * @param title what must hold, in a sentence
 * @param sql answers one text column with a row per violation; may read {@code last_finished} (day, started_at)
 */
record Check(String id, String invariant, String title, String sql) {}
