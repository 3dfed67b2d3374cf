package io.duly.desk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** An authenticator inside the browser, such as a telephone or a laptop has one, with what a thief of its keys could do. */
final class TestAuthenticator {
  private final CDPSession session;
  private final String id;

  private TestAuthenticator(CDPSession session, String id) {
    this.session = session;
    this.id = id;
  }

  static TestAuthenticator in(Page page) {
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var asked = new JsonObject();
    asked.add("options", options);
    return new TestAuthenticator(session, session.send("WebAuthn.addVirtualAuthenticator", asked).get("authenticatorId").getAsString());
  }

  JsonArray credentials() {
    return session.send("WebAuthn.getCredentials", with()).getAsJsonArray("credentials");
  }

  /** Its keys as another one would hold them that counted only to {@code count}. */
  void hold(JsonObject credential, long count) {
    session.send("WebAuthn.clearCredentials", with());
    var copy = credential.deepCopy();
    copy.addProperty("signCount", count);
    var asked = with();
    asked.add("credential", copy);
    session.send("WebAuthn.addCredential", asked);
  }

  private JsonObject with() {
    var asked = new JsonObject();
    asked.addProperty("authenticatorId", id);
    return asked;
  }
}
