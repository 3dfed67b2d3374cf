package io.duly.correspondence.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that speaks openly, and speaks TLS for it. */
public final class TlsFront implements AutoCloseable {
  public enum Manner {
    FROM_THE_FIRST_BYTE,
    WHEN_ASKED,
    /** As if somebody between had cut the offer out. */
    OFFER_CUT_OUT
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final SSLContext tls;
  private final Manner manner;
  private final int real;
  private final boolean imap;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  public TlsFront(int real, SSLContext tls, Manner manner) throws IOException {
    this(real, tls, manner, false);
  }

  /** @param imap it stands before a mailbox */
  public TlsFront(int real, SSLContext tls, Manner manner, boolean imap) throws IOException {
    this.imap = imap;
    this.real = real;
    this.tls = tls;
    this.manner = manner;
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (manner == Manner.FROM_THE_FIRST_BYTE) {
        relay(secured(client), false);
      } else {
        greet(client);
      }
    } catch (IOException refused) {
      // the other side did not like the certificate
    }
  }

  /** Speaks openly until it is asked for TLS. */
  private void greet(Socket client) throws IOException {
    if (imap) {
      greetAsMailbox(client);
      return;
    }
    var said = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    write(client.getOutputStream(), "220 front");
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("EHLO")) {
        write(client.getOutputStream(), manner == Manner.WHEN_ASKED ? "250-front\r\n250 STARTTLS" : "250 front");
      } else if (line.equals("STARTTLS") && manner == Manner.WHEN_ASKED) {
        write(client.getOutputStream(), "220 go ahead");
        relay(secured(client), true);
        return;
      } else {
        write(client.getOutputStream(), "250 so be it");
      }
    }
  }

  private void greetAsMailbox(Socket client) throws IOException {
    var said = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    write(client.getOutputStream(), "* OK front");
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var tag = line.substring(0, Math.max(0, line.indexOf(' ')));
      heard.add(line.substring(tag.length()).strip());
      if (line.endsWith(" CAPABILITY")) {
        write(client.getOutputStream(), "* CAPABILITY IMAP4rev1" + (manner == Manner.WHEN_ASKED ? " STARTTLS" : ""));
      }
      write(client.getOutputStream(), tag + " OK so be it");
      if (line.endsWith(" STARTTLS") && manner == Manner.WHEN_ASKED) {
        relay(secured(client), true);
        return;
      }
    }
  }

  /** What a mailbox was told openly. */
  public List<String> heard() {
    return heard;
  }

  private SSLSocket secured(Socket client) throws IOException {
    var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private void relay(Socket client, boolean greeted) throws IOException {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), real)) {
      var answers = server.getInputStream();
      if (greeted) {
        for (int sign = answers.read(); sign >= 0 && sign != '\n'; sign = answers.read()) {
          // its greeting was said already
        }
      }
      Thread.ofVirtual().start(() -> pass(answers, client));
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void pass(InputStream from, Socket to) {
    try {
      from.transferTo(to.getOutputStream());
    } catch (IOException over) {
      // one of both has ended the talk
    }
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
