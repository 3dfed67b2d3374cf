package io.duly.desk.people;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.Links;
import io.duly.identity.LoginTaken;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who may sign in, and adding somebody. */
@Controller
public final class PeoplePage {
  private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}._@+-]{0,99}");
  private static final int NAME_LIMIT = 200;

  private final Pages pages;
  private final Administration administration;
  private final Links links;
  private final Parties parties;
  private final DSLContext dsl;
  private final LinkShown shown;

  PeoplePage(Pages pages, Administration administration, Links links, Parties parties, DSLContext dsl, LinkShown shown) {
    this.pages = pages;
    this.administration = administration;
    this.links = links;
    this.parties = parties;
    this.dsl = dsl;
    this.shown = shown;
  }

  /** What was typed into the form of somebody new, where it was refused. */
  public record Typed(String login, String name, String role) {
    static final Typed NOTHING = new Typed("", "", Role.COLLECTOR.code());
  }

  @GetMapping("/people")
  ResponseEntity<byte[]> page(Reader reader, Model flash) {
    return show(HttpStatus.OK, reader, Told.on(flash), Typed.NOTHING);
  }

  /** @param creditor whose data the person may see; none for every creditor's */
  @PostMapping("/people")
  ResponseEntity<byte[]> add(
      Reader reader,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String name,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") List<UUID> creditor,
      HttpServletRequest request) {
    var typed = new Typed(login.strip(), name.strip(), role.code());
    var lower = typed.login().toLowerCase(java.util.Locale.ROOT);
    if (!LOGIN.matcher(lower).matches() || typed.name().isEmpty() || typed.name().length() > NAME_LIMIT) {
      return refused(reader, "people.name-missing", typed);
    }
    if (role == Role.CLIENT && creditor.isEmpty()) {
      return refused(reader, "people.client-creditors", typed);
    }
    try {
      var scope = creditor.isEmpty() ? Optional.<List<CreditorId>>empty() : Optional.of(creditor.stream().map(CreditorId::new).toList());
      return shown.once(reader, links.admit(lower, typed.name(), role, scope, By.person(reader.person().orElseThrow(), request.getRemoteAddr())), request);
    } catch (LoginTaken taken) {
      return refused(reader, "people.login-taken", typed);
    }
  }

  private ResponseEntity<byte[]> refused(Reader reader, String why, Typed typed) {
    return show(HttpStatus.UNPROCESSABLE_CONTENT, reader, Told.refused(reader.say(why)), typed);
  }

  private ResponseEntity<byte[]> show(HttpStatus status, Reader reader, Told said, Typed typed) {
    List<Creditor> creditors = parties.creditors(dsl);
    return pages.show(
        status, "people/page", reader,
        Map.of("people", administration.everybody(), "creditors", creditors, "said", said, "typed", typed));
  }
}
