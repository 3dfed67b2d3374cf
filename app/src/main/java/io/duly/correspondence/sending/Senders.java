package io.duly.correspondence.sending;

import static io.duly.database.jooq.correspondence.Tables.SENDER;

import io.duly.database.jooq.correspondence.tables.records.SenderRecord;
import io.duly.kernel.CreditorId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** In whose name the messages of each creditor leave. */
@Component
public final class Senders {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\\p{Cntrl}]{1,64}@[^\\s@<>\\p{Cntrl}]{1,253}");

  /**
   * A creditor's sender.
   *
   * @param displayName as recipients see it
   * @param replyTo where answers go, if not to {@code address}
   * @param replyTokens whether a token is put into {@code replyTo}, as in {@code reply+token@example.org}
   * @param server name of the configured mail server
   * @param lookFirst a person looks at every message before it leaves
   * @param ways beside e-mail
   */
  public record Sender(
      String displayName, String address, Optional<String> replyTo, boolean replyTokens, String server, boolean lookFirst, SenderWays ways) {

    public Sender(String displayName, String address, Optional<String> replyTo, boolean replyTokens, String server, boolean lookFirst) {
      this(displayName, address, replyTo, replyTokens, server, lookFirst, SenderWays.NONE);
    }

    /** @throws WrongConfiguration where a part cannot be used */
    public Sender {
      require(!displayName.isBlank() && displayName.chars().noneMatch(Character::isISOControl), "A sender has a name of one line.");
      require(ADDRESS.matcher(address).matches(), "'" + address + "' is no e-mail address such as accounts@example.org.");
      require(replyTo.stream().allMatch(to -> ADDRESS.matcher(to).matches()), "The reply address is no e-mail address.");
      require(!replyTokens || replyTo.isPresent(), "A token can be put into a reply address only where there is one.");
      require(server.matches("[a-z][a-z0-9]{0,30}"), "The name of a server is letters and digits, such as 'default'.");
    }

    private static void require(boolean holds, String rule) {
      if (!holds) {
        throw new WrongConfiguration(rule);
      }
    }

    /** Right of the @. */
    String domain() {
      return address.substring(address.lastIndexOf('@') + 1);
    }
  }

  public Optional<Sender> of(DSLContext tx, CreditorId creditor) {
    return tx.selectFrom(SENDER)
        .where(SENDER.CREDITOR_ID.eq(creditor.value()))
        .fetchOptional(
            row ->
                new Sender(
                    row.getDisplayName(), row.getAddress(), Optional.ofNullable(row.getReplyTo()), row.getReplyTokens(), row.getServer(),
                    row.getLookFirst(), ways(row)));
  }

  private static SenderWays ways(SenderRecord row) {
    return new SenderWays(
        Optional.ofNullable(row.getSmsProvider()), Optional.ofNullable(row.getSmsFrom()), Optional.ofNullable(row.getPrintProvider()),
        Optional.ofNullable(row.getFaxGateway()));
  }

  public void change(DSLContext tx, CreditorId creditor, Sender sender) {
    var row = tx.newRecord(SENDER);
    row.setCreditorId(creditor.value());
    row.setDisplayName(sender.displayName());
    row.setAddress(sender.address());
    row.setReplyTo(sender.replyTo().orElse(null));
    row.setReplyTokens(sender.replyTokens());
    row.setServer(sender.server());
    row.setLookFirst(sender.lookFirst());
    row.setSmsProvider(sender.ways().smsProvider().orElse(null));
    row.setSmsFrom(sender.ways().smsFrom().orElse(null));
    row.setPrintProvider(sender.ways().printProvider().orElse(null));
    row.setFaxGateway(sender.ways().faxGateway().orElse(null));
    tx.insertInto(SENDER)
        .set(row)
        .onConflict(SENDER.CREDITOR_ID)
        .doUpdate()
        .set(SENDER.DISPLAY_NAME, row.getDisplayName())
        .set(SENDER.ADDRESS, row.getAddress())
        .set(SENDER.REPLY_TO, row.getReplyTo())
        .set(SENDER.REPLY_TOKENS, row.getReplyTokens())
        .set(SENDER.SERVER, row.getServer())
        .set(SENDER.LOOK_FIRST, row.getLookFirst())
        .set(SENDER.SMS_PROVIDER, row.getSmsProvider())
        .set(SENDER.SMS_FROM, row.getSmsFrom())
        .set(SENDER.PRINT_PROVIDER, row.getPrintProvider())
        .set(SENDER.FAX_GATEWAY, row.getFaxGateway())
        .execute();
  }
}
