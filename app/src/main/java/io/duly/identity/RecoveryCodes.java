package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.RECOVERY_CODE;

import io.duly.kernel.PersonId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ten codes of sixty bits, each of which does once for the authenticator; kept as hashes. */
@Component
class RecoveryCodes {
  private static final int MANY = 10;
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;

  private final DSLContext dsl;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(DSLContext dsl, InstantSource clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** How many are not used. */
  int left(PersonId person) {
    return dsl.fetchCount(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID.eq(person.value()), RECOVERY_CODE.USED_AT.isNull());
  }

  /** New ones; those before are good no longer. */
  List<String> anew(PersonId person) {
    remove(person);
    var codes = Stream.generate(this::code).distinct().limit(MANY).toList();
    var rows = codes.stream().map(code -> {
      var row = dsl.newRecord(RECOVERY_CODE);
      row.setPersonId(person.value());
      row.setCodeHash(Secret.hash(plain(code)));
      return row;
    }).toList();
    dsl.batchInsert(rows).execute();
    return codes;
  }

  /** Whether it was one; then it is used up. */
  boolean accepts(PersonId person, String code) {
    return dsl.update(RECOVERY_CODE)
            .set(RECOVERY_CODE.USED_AT, clock.instant().atOffset(ZoneOffset.UTC))
            .where(RECOVERY_CODE.PERSON_ID.eq(person.value()), RECOVERY_CODE.CODE_HASH.eq(Secret.hash(plain(code))), RECOVERY_CODE.USED_AT.isNull())
            .execute()
        == 1;
  }

  void remove(PersonId person) {
    dsl.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person.value())).execute();
  }

  /** Three groups of four. */
  private String code() {
    var text = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      text.append(at > 0 && at % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }
}
