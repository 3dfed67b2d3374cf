package io.duly.parties;

import io.duly.strategy.DebtorKind;
import java.util.Optional;

/**
 * What a creditor knows of a debtor; an empty part is not known and never overwrites a known one.
 *
 * @param externalId the creditor's own number for the debtor, not empty
 * @param name as on invoices, not empty
 * @param language ISO 639 code
 * @param timeZone IANA name
 * @param phone E.164
 * @param segment the creditor's own grouping
 * @param billsBy how the creditor sends its invoices: {@code email} or {@code letter}
 * @param fax E.164
 */
public record DebtorDetails(
    String externalId,
    String name,
    DebtorKind kind,
    Address address,
    Optional<String> language,
    Optional<String> timeZone,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> segment,
    Relationship relationship,
    Optional<String> billsBy,
    Optional<String> fax) {

  public DebtorDetails {
    if (externalId.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("A debtor needs the creditor's number and a name");
    }
  }

  /** A debtor of whom only number and name are known. */
  public static DebtorDetails named(String externalId, String name) {
    return new DebtorDetails(
        externalId,
        name,
        DebtorKind.UNKNOWN,
        Address.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Relationship.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }

  public DebtorDetails being(DebtorKind newKind) {
    return new DebtorDetails(
        externalId, name, newKind, address, language, timeZone, email, phone, segment, relationship, billsBy, fax);
  }

  public DebtorDetails at(Address newAddress) {
    return new DebtorDetails(
        externalId, name, kind, newAddress, language, timeZone, email, phone, segment, relationship, billsBy, fax);
  }

  public DebtorDetails speaking(String newLanguage, String newTimeZone) {
    return new DebtorDetails(
        externalId,
        name,
        kind,
        address,
        Optional.of(newLanguage),
        Optional.of(newTimeZone),
        email,
        phone,
        segment,
        relationship,
        billsBy,
        fax);
  }

  public DebtorDetails reachedBy(Optional<String> newEmail, Optional<String> newPhone) {
    return new DebtorDetails(
        externalId, name, kind, address, language, timeZone, newEmail, newPhone, segment, relationship, billsBy, fax);
  }

  public DebtorDetails worth(String newSegment, Relationship newRelationship) {
    return new DebtorDetails(
        externalId,
        name,
        kind,
        address,
        language,
        timeZone,
        email,
        phone,
        Optional.of(newSegment),
        newRelationship,
        billsBy,
        fax);
  }

  DebtorDetails filledFrom(DebtorDetails other) {
    return new DebtorDetails(
        externalId,
        name,
        kind == DebtorKind.UNKNOWN ? other.kind : kind,
        address.filledFrom(other.address),
        language.or(other::language),
        timeZone.or(other::timeZone),
        email.or(other::email),
        phone.or(other::phone),
        segment.or(other::segment),
        relationship.filledFrom(other.relationship),
        billsBy.or(other::billsBy),
        fax.or(other::fax));
  }
}
