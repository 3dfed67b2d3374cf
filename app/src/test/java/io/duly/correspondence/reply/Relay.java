package io.duly.correspondence.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server and passes on what both sides say; something can be done at each piece. */
final class Relay implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int real;
  private final Runnable eachPiece;

  Relay(int real, Runnable eachPiece) throws IOException {
    this.real = real;
    this.eachPiece = eachPiece;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), real);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to) {
    try (from; to) {
      relay(from.getInputStream(), to.getOutputStream());
    } catch (IOException over) {
      // one of both has ended the talk
    }
  }

  private void relay(InputStream in, OutputStream out) throws IOException {
    var piece = new byte[8192];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      eachPiece.run();
      out.write(piece, 0, read);
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
