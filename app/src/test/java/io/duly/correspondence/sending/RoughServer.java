package io.duly.correspondence.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Stands before a real mail server and spoils the talk: drops the line, stalls, refuses, at any place of it. What reaches the
 * real server is what arrived.
 */
final class RoughServer implements AutoCloseable {
  private final ServerSocket socket;
  private final int real;
  private final Supplier<Fault> faults;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Runnable> eachStep = new AtomicReference<>(() -> {});

  /** @param faults asked once for each message, and once for each connection */
  RoughServer(int real, Supplier<Fault> faults) throws IOException {
    this.real = real;
    this.faults = faults;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static RoughServer once(int real, Fault... planned) throws IOException {
    Deque<Fault> plan = new ArrayDeque<>(java.util.List.of(planned));
    return new RoughServer(real, () -> plan.isEmpty() ? Fault.NONE : plan.pop());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Done at every line that is said, before it has an effect. */
  void atEachStep(Runnable what) {
    eachStep.set(what);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), real)) {
      new Talk(client, server).run();
    } catch (IOException over) {
      // one of both has ended the talk
    } finally {
      open.remove(client);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    Collection<Socket> left = new HashSet<>(open);
    for (var one : left) {
      one.close();
    }
  }

  /** One connection. */
  private final class Talk {
    private final Socket client;
    private final BufferedReader said;
    private final OutputStream back;
    private final BufferedReader answers;
    private final OutputStream on;
    private Fault fault = Fault.NONE;

    Talk(Socket client, Socket server) throws IOException {
      this.client = client;
      said = reader(client);
      back = client.getOutputStream();
      answers = reader(server);
      on = server.getOutputStream();
    }

    void run() throws IOException {
      eachStep.get().run();
      relay();
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        eachStep.get().run();
        var word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        if (word.equals("MAIL")) {
          fault = faults.get();
        }
        if (word.equals("DATA") ? !data() : !command(word, line)) {
          return;
        }
      }
    }

    private boolean command(String word, String line) throws IOException {
      if (word.equals(fault.at())) {
        return spoil();
      }
      write(on, line);
      relay();
      return true;
    }

    /** Drops the line or says the fault's own words. */
    private boolean spoil() throws IOException {
      if (fault.words().isEmpty()) {
        return false;
      }
      write(back, fault.words());
      return true;
    }

    private boolean data() throws IOException {
      if (fault.at().equals("DATA")) {
        return spoil();
      }
      write(on, "DATA");
      relay();
      int lines = 0;
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        if (fault == Fault.DROP_IN_TEXT && ++lines > 5) {
          return false;
        }
        if (line.equals(".")) {
          eachStep.get().run();
          return end();
        }
        write(on, line);
      }
      return false;
    }

    private boolean end() throws IOException {
      switch (fault) {
        case DROP_BEFORE_KEEPING -> {
          return false;
        }
        case REFUSE_TEXT, DEFER_TEXT -> {
          return refusedInTheEnd();
        }
        default -> write(on, ".");
      }
      if (fault == Fault.DROP_AFTER_KEEPING) {
        relayNowhere();
        return false;
      }
      if (fault == Fault.STALL_AFTER_KEEPING) {
        relayNowhere();
        return said.readLine() != null; // says nothing until the other side gives up
      }
      relay();
      return true;
    }

    /** The real server waits for the rest of the message: the talk with it is over. */
    private boolean refusedInTheEnd() throws IOException {
      spoil();
      if (fault == Fault.DEFER_TEXT && said.readLine() != null) {
        write(back, "250 reset");
      }
      return false;
    }

    private void relay() throws IOException {
      for (var line = answers.readLine(); line != null; line = answers.readLine()) {
        write(back, line);
        if (line.length() < 4 || line.charAt(3) != '-') {
          return;
        }
      }
      client.close();
    }

    private void relayNowhere() throws IOException {
      for (var line = answers.readLine(); line != null && line.length() > 3 && line.charAt(3) == '-'; line = answers.readLine()) {
        // the rest of the answer
      }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }
}
