package parcelrecon.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes to a server and back: what a well-behaved client would never send. */
final class Wire {

  private static final int SILENCE_MAX_MILLIS = 30_000;

  private final URI server;

  Wire(URI server) {
    this.server = server;
  }

  /** The whole answer to these lines; an empty one and the end of the connection are added. */
  String ask(String... lines) {
    return send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
  }

  /** The status of the answer to a request for a path, as it is written. */
  int status(String method, String path, String... headers) {
    String host = server.getHost() + ":" + server.getPort();
    String request =
        method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    return statusOf(send(request + String.join("", lines(headers)) + "\r\n"));
  }

  private static String[] lines(String[] headers) {
    String[] lines = new String[headers.length];
    for (int line = 0; line < headers.length; line++) {
      lines[line] = headers[line] + "\r\n";
    }
    return lines;
  }

  static int statusOf(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  /** What comes back until the server ends the connection. */
  String send(String text) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(SILENCE_MAX_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that refuses may reset the connection behind its answer. */
  private static String read(InputStream in) {
    StringBuilder answer = new StringBuilder();
    byte[] bytes = new byte[8_192];
    try {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        answer.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException reset) {
      // what came before is the answer
    }
    return answer.toString();
  }
}
