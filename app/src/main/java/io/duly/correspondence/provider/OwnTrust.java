package io.duly.correspondence.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of a PEM file, and in no others. */
public final class OwnTrust {
  private OwnTrust() {}

  /**
   * Reads the certificates.
   *
   * @param key of the configuration that names the file
   * @throws InvalidShape where there is none in it
   */
  public static SSLContext of(String key, Path file) {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + store.size(), certificate);
      }
      ShapeReader.require(store.size() > 0, key + ": there is no certificate in " + file + ".");
      return context(store);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new InvalidShape(key + " is a PEM file with certificates; " + file + " cannot be read as one.");
    }
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
