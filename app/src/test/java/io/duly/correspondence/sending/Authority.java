package io.duly.correspondence.sending;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one test. */
public final class Authority {
  private static final X500Principal NAME = new X500Principal("CN=An authority of a test");
  private static final char[] NO_SECRET = "changeit".toCharArray();

  private final KeyPair keys = pair();
  private final X509Certificate own;

  public Authority() throws Exception {
    own = signed(NAME, keys, Instant.now().plus(Duration.ofDays(1)), Extension.basicConstraints, new BasicConstraints(true));
  }

  /** As it would be given to whoever trusts it. */
  public Path pem(Path folder) throws Exception {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      pem.writeObject(own);
    }
    return Files.writeString(folder.resolve("authority.pem"), text.toString());
  }

  /** What a server of that name speaks TLS by. */
  public SSLContext server(String host, Instant until) throws Exception {
    var pair = pair();
    boolean number = Character.isDigit(host.charAt(0));
    var names = new GeneralNames(new GeneralName(number ? GeneralName.iPAddress : GeneralName.dNSName, host));
    var certificate = signed(new X500Principal("CN=" + host), pair, until, Extension.subjectAlternativeName, names);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", pair.getPrivate(), NO_SECRET, new Certificate[] {certificate, own});
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NO_SECRET);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private X509Certificate signed(X500Principal subject, KeyPair pair, Instant until, org.bouncycastle.asn1.ASN1ObjectIdentifier what, org.bouncycastle.asn1.ASN1Encodable value)
      throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME, BigInteger.valueOf(System.nanoTime()), Date.from(until.minus(Duration.ofDays(2))), Date.from(until), subject, pair.getPublic());
    builder.addExtension(what, true, value);
    return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
