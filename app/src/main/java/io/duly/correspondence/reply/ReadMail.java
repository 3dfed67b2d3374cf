package io.duly.correspondence.reply;

import io.duly.journal.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as far as it could be read.
 *
 * @param references Message-IDs that it answers, the one it answers directly first
 * @param recipients addresses that it was written or delivered to, in small letters
 * @param sender in small letters
 * @param words what a person reads in it, cut where it is very long
 * @param flaw what of it could not be read
 */
record ReadMail(
    Reply.Kind kind,
    Sha256 fingerprint,
    Optional<String> messageId,
    List<String> references,
    List<String> recipients,
    Optional<String> sender,
    String senderName,
    String subject,
    Optional<Instant> writtenAt,
    String words,
    List<MailFile> files,
    Optional<String> flaw) {}
