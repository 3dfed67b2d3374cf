package io.duly.desk.page;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The addresses of style and scripts; they carry the hash of the content, so that a browser may keep them for good. */
@Component
@ConditionalOnWebApplication
public final class Assets {
  private final ResourceUrlProvider urls;

  Assets(ResourceUrlProvider mvcResourceUrlProvider) {
    this.urls = mvcResourceUrlProvider;
  }

  /** The address of a file below {@code /assets}. */
  public String of(String file) {
    var plain = "/assets/" + file;
    var hashed = urls.getForLookupPath(plain);
    return hashed == null ? plain : hashed;
  }
}
