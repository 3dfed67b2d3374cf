package io.duly.payments;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The page of the fake: one button. Stands where another provider's would, outside of all that is ours. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty("duly.payments.fake")
@Order(Ordered.HIGHEST_PRECEDENCE + 13)
final class FakePage extends OncePerRequestFilter {
  private static final Pattern ONE = Pattern.compile(Pattern.quote(FakeTill.PATH) + "(fake-[0-9a-f-]{36})");
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Test payment</title>
      <style>body{font:18px/1.5 system-ui,sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}button{font:inherit;min-height:48px;padding:8px 24px}</style></head>
      <body><main><h1>Test payment</h1><p>This page takes no money. It stands in for a payment provider.</p>{what}</main></body></html>
      """;

  private final FakeTill fake;

  FakePage(FakeTill fake) {
    this.fake = fake;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(FakeTill.PATH);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws IOException {
    var named = ONE.matcher(request.getRequestURI());
    var reference = named.matches() ? named.group(1) : "";
    var sale = fake.sale(reference);
    if (sale.isEmpty()) {
      show(response, HttpServletResponse.SC_NOT_FOUND, "<p>There is no such payment.</p>");
    } else if ("POST".equals(request.getMethod())) {
      fake.pay(reference);
      leave(response, sale.get().wanted().back());
    } else {
      var amount = "<p><b>" + sale.get().wanted().amount() + "</b></p>";
      show(response, HttpServletResponse.SC_OK, amount + (sale.get().paid().isPresent() ? "<p>Paid. Thank you.</p>" : "<form method=\"post\"><button>Pay</button></form>"));
    }
  }

  private static void leave(HttpServletResponse response, Optional<String> back) throws IOException {
    if (back.isPresent()) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", back.get());
    } else {
      show(response, HttpServletResponse.SC_OK, "<p>Paid. Thank you. You can close this page.</p>");
    }
  }

  private static void show(HttpServletResponse response, int status, String what) throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
    response.getOutputStream().write(PAGE.replace("{what}", what).getBytes(StandardCharsets.UTF_8));
  }
}
