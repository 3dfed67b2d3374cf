package io.duly.intake.job;

import io.duly.journal.Sha256;
import java.util.UUID;

/**
 * A file that was handed in and lies in the spool.
 *
 * @param id of the job that it will be
 * @param name as the sender calls it: to be shown, never to be used as a path
 * @param bytes its size
 * @param source {@code upload} or {@code folder}
 */
public record SpooledFile(UUID id, String name, long bytes, Sha256 sha256, String source) {}
