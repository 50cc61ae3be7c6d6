package org.communitydesk.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * GET over sockets of our own, because the JDK's client cannot be told which IP address to connect
 * to while it checks the certificate against the name. Everything ends when the limit is over.
 */
final class Visit implements AutoCloseable {

  private static final int MAX_HEAD = 64 * 1024;

  private final long deadline;
  private final Duration limit;
  private Socket socket = new Socket();

  Visit(Duration limit) {
    this.limit = limit;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /** Where to connect; the address is resolved unless a proxy resolves it. */
  record Door(InetSocketAddress address, Optional<URI> proxy) {}

  /** An answer; the body is cut one byte after the cap. */
  record Page(int status, Optional<String> location, byte[] body) {}

  static boolean isSecure(URI address) {
    return address.getScheme().equalsIgnoreCase("https");
  }

  static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return isSecure(address) ? 443 : 80;
  }

  Page get(URI address, Door door, int maxBytes, Map<String, String> headers) throws IOException {
    socket.close();
    Socket plain = new Socket();
    socket = plain;
    Executor atDeadline =
        CompletableFuture.delayedExecutor(remaining(), TimeUnit.MILLISECONDS, Runnable::run);
    atDeadline.execute(() -> shut(plain));
    connect(door);
    if (isSecure(address)) {
      secure(address.getHost());
    }
    socket.getOutputStream().write(request(address, headers));
    InputStream in = new BufferedInputStream(socket.getInputStream());
    int status = status(line(in));
    Map<String, String> answered = headers(in);
    byte[] body = status == 200 ? body(in, answered, maxBytes) : new byte[0];
    return new Page(status, Optional.ofNullable(answered.get("location")), body);
  }

  private void connect(Door door) throws IOException {
    if (door.proxy().isEmpty()) {
      socket.connect(door.address(), remaining());
      socket.setSoTimeout(remaining());
      return;
    }
    URI proxy = door.proxy().get();
    socket.connect(new InetSocketAddress(proxy.getHost(), proxy.getPort()), remaining());
    socket.setSoTimeout(remaining());
    InetSocketAddress to = door.address();
    String host = to.isUnresolved() ? to.getHostString() : to.getAddress().getHostAddress();
    String target = (host.contains(":") ? "[" + host + "]" : host) + ":" + to.getPort();
    socket
        .getOutputStream()
        .write(ascii("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n"));
    InputStream in = socket.getInputStream();
    int status = status(line(in));
    headers(in);
    if (status != 200) {
      throw new IOException("The proxy answered " + status);
    }
  }

  private void secure(String host) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, socket.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    socket = secured;
  }

  private static byte[] request(URI address, Map<String, String> headers) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    StringBuilder more = new StringBuilder();
    headers.forEach((name, value) -> more.append(name + ": " + value + "\r\n"));
    return ascii(
        "GET "
            + URI.create(path + query).toASCIIString()
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + more
            + "Accept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("No HTTP answer");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      length += line.length();
      if (length > MAX_HEAD) {
        throw new IOException("The head of the answer is too long");
      }
      int colon = Math.max(line.indexOf(':'), 0);
      headers.putIfAbsent(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers, int maxBytes)
      throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in, maxBytes);
    }
    String length = headers.getOrDefault("content-length", "");
    if (!length.matches("\\d{1,18}")) {
      return in.readNBytes(maxBytes + 1);
    }
    int wanted = (int) Math.min(Long.parseLong(length), maxBytes + 1L);
    return exactly(in, wanted);
  }

  private static byte[] chunks(InputStream in, int maxBytes) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() <= maxBytes) {
      String size = line(in).replaceFirst(";.*", "").strip();
      if (!size.matches("[0-9a-fA-F]{1,8}")) {
        throw new IOException("A chunk without its size");
      }
      long wanted = Long.parseLong(size, 16);
      if (wanted == 0) {
        break;
      }
      body.writeBytes(exactly(in, (int) Math.min(wanted, maxBytes + 1L - body.size())));
      if (body.size() <= maxBytes) {
        line(in);
      }
    }
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream in, int wanted) throws IOException {
    byte[] bytes = new byte[wanted];
    if (in.readNBytes(bytes, 0, wanted) < wanted) {
      throw new EOFException("The answer ended early");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() > MAX_HEAD) {
        throw new EOFException("The answer ended early");
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  private int remaining() throws IOException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new IOException("Not done within " + limit);
    }
    return (int) left;
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
