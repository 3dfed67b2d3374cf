package io.duly.correspondence.reply;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open line to a mailbox. */
final class ImapLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImapLine.class);

  private final Store store;
  private final IMAPFolder folder;
  private final MailboxSettings.Mailbox mailbox;

  private ImapLine(Store store, IMAPFolder folder, MailboxSettings.Mailbox mailbox) {
    this.store = store;
    this.folder = folder;
    this.mailbox = mailbox;
  }

  /** The mailbox cannot be read; the message says why. */
  static final class Unreachable extends Exception {
    Unreachable(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** A message of the mailbox, by the number that its server gives it. */
  record Waiting(long uid, Message message) {}

  static ImapLine open(MailboxSettings.Mailbox mailbox) throws Unreachable {
    try {
      var store = Session.getInstance(properties(mailbox)).getStore(mailbox.tls() == MailboxSettings.Tls.TLS ? "imaps" : "imap");
      store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
      var folder = (IMAPFolder) store.getFolder(mailbox.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapLine(store, folder, mailbox);
    } catch (AuthenticationFailedException unknown) {
      throw new Unreachable("the server does not accept user and password", unknown);
    } catch (MessagingException failed) {
      throw new Unreachable(why(failed), failed);
    }
  }

  private static String why(MessagingException failed) {
    var said = Plain.line(String.valueOf(failed.getMessage()), 300);
    boolean unproven = Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause).limit(10).anyMatch(ImapLine::isAboutName);
    return unproven
        ? "the server cannot prove that it is the one (" + said + "); DULY_IMAP_HOST has to be the name in its certificate, and DULY_IMAP_CA names a file where Java does not know who signed it"
        : said;
  }

  private static boolean isAboutName(Throwable cause) {
    return cause instanceof SSLHandshakeException || cause instanceof CertificateException || String.valueOf(cause.getMessage()).startsWith("Can't verify identity");
  }

  private static Properties properties(MailboxSettings.Mailbox mailbox) {
    var properties = new Properties();
    var prefix = mailbox.tls() == MailboxSettings.Tls.TLS ? "mail.imaps." : "mail.imap.";
    var millis = Long.toString(mailbox.patience().toMillis());
    for (var wait : List.of("connectiontimeout", "timeout", "writetimeout", "connectionpooltimeout")) {
      properties.setProperty(prefix + wait, millis);
    }
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(mailbox.tls() == MailboxSettings.Tls.STARTTLS));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(mailbox.tls() == MailboxSettings.Tls.STARTTLS));
    mailbox.trust().ifPresent(trust -> properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory()));
    properties.setProperty(prefix + "fetchsize", "1048576");
    properties.setProperty(prefix + "peek", "true");
    return properties;
  }

  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  boolean isAlive() {
    return store.isConnected() && folder.isOpen();
  }

  /** Those with greater numbers, in the order of their numbers. */
  List<Waiting> after(long uid) throws MessagingException {
    var messages = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(messages, profile);
    var found = new ArrayList<Waiting>();
    for (var message : messages) {
      long number = folder.getUID(message);
      if (number > uid) { // "uid:*" answers the last one even where there is none greater
        found.add(new Waiting(number, message));
      }
    }
    return found;
  }

  /** The bytes as they lie there, as far as messages are taken in, without marking it as read. */
  byte[] bytes(Waiting waiting) throws MessagingException, IOException {
    try (InputStream in = ((IMAPMessage) waiting.message()).getMimeStream()) {
      return in.readNBytes(Arrival.MOST_BYTES);
    }
  }

  static Optional<String> cut(Waiting waiting) throws MessagingException {
    return waiting.message().getSize() > Arrival.MOST_BYTES
        ? Optional.of("it has " + waiting.message().getSize() + " bytes and is taken in as far as " + Arrival.MOST_BYTES + "; all of it is in the mailbox")
        : Optional.empty();
  }

  /** Tells the server that they were taken in: marked as read, or moved. */
  void mark(List<Long> uids) throws MessagingException {
    var there = Arrays.stream(folder.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray())).filter(Objects::nonNull).toArray(Message[]::new);
    if (there.length == 0) {
      return;
    }
    folder.setFlags(there, new Flags(Flags.Flag.SEEN), true);
    if (mailbox.moveTo().isPresent()) {
      move(there, mailbox.moveTo().get());
    }
  }

  private void move(Message[] messages, String to) throws MessagingException {
    var target = store.getFolder(to);
    if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + to + " is not there and cannot be made");
    }
    if (((IMAPStore) store).hasCapability("MOVE")) {
      folder.moveMessages(messages, target);
      return;
    }
    folder.copyMessages(messages, target);
    folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
    folder.expunge(messages);
  }

  static byte[] nothing(String mailbox, long validity, long uid) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(("X-Duly-Mailbox: " + Plain.line(mailbox, 300) + " " + validity + " " + uid + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Override
  public void close() {
    try {
      folder.close(false);
      store.close();
    } catch (MessagingException | IllegalStateException gone) {
      LOG.debug("The mailbox did not wait for the end of the talk: {}", gone.getMessage());
    }
  }
}
