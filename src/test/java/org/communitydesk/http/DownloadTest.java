package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.communitydesk.channel.FakePlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

  private final FakePlatform platform = new FakePlatform();
  private final FakePlatform stranger = new FakePlatform();
  private final Download download = new Download(null, null);

  @AfterEach
  void stop() {
    platform.close();
    stranger.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://127.0.0.2:80/",
        "http://localhost/",
        "https://localhost/",
        "http://localhost./",
        "http://LOCALHOST/",
        "http://0/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://127.000.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:7f00:1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://127。0。0。1/",
        "http://１２７.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://127%2e0.0.1/",
        "http://0x7F000001/",
        "http://0X7f.1/",
        "http://00000177.0.0.1/",
        "http://127.0.1/",
        "http://4294967297/",
        "http://localhost%00.example/",
        "http://127.0.0.1:80\\@8.8.8.8/",
        "http://[fe80::1%25lo]/",
        "http://[::ffff:169.254.169.254]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[2001:db8::1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fc00::1]/",
        "http://[fd12:3456::1]/",
        "http://[ff02::1]/",
        "http://[fec0::1]/",
        "http://[100::1]/",
        "http://[3fff::1]/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://192.0.0.1/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://user@8.8.8.8/",
        "http://localhost@8.8.8.8/",
        "http://8.8.8.8:22/",
        "http://8.8.8.8:8080/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "ftp://8.8.8.8/",
        "jar:http://8.8.8.8/!/",
        "data:text/plain,x",
        "//8.8.8.8/",
        "/etc/passwd",
        "http:///x",
        "http://",
        "http:8.8.8.8",
        "",
        " ",
        "http://8.8.8.8\\@127.0.0.1/",
        "http://8.8.8.8/\r\nX: y",
        "http://exa mple/",
        "http://[::1",
        "http://кошка/",
        "http://a_b/",
        "http://8.8.8.8#@127.0.0.1:99999999/ "
      })
  void goesNowhereInside(String link) {
    Download here = new Download(null, null, InetAddress::getAllByName, Duration.ofMillis(300));

    assertThatThrownBy(() -> here.fetch(link, 100)).isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void knowsPublicAddresses() throws UnknownHostException {
    for (String open :
        List.of(
            "8.8.8.8",
            "93.186.225.194",
            "172.32.0.1",
            "100.128.0.1",
            "2a00:bdc0::1",
            "2001:4860:4860::8888")) {
      assertThat(Addresses.isPublic(InetAddress.getByName(open))).as(open).isTrue();
    }
  }

  @Test
  void refusesANameWithOneInnerAddress() {
    Download rebound =
        new Download(
            null,
            null,
            host ->
                new InetAddress[] {
                  InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.5")
                },
            Duration.ofSeconds(5));

    assertThatThrownBy(() -> rebound.fetch("https://cdn.example/x", 10))
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void asksForAnAddressOnceAndConnectsToIt() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      List<String> lines = new CopyOnWriteArrayList<>();
      serve(
          proxy,
          lines,
          "HTTP/1.1 200 OK\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      Download through =
          new Download(
              null,
              URI.create("http://localhost:" + proxy.getLocalPort()),
              host -> {
                asked.add(host);
                return new InetAddress[] {InetAddress.getByName("8.8.8.8")};
              },
              Duration.ofSeconds(5));

      assertThat(through.fetch("http://cdn.example/a%20b?c=d#e", 10)).asString().isEqualTo("ok");

      assertThat(asked).containsExactly("cdn.example");
      assertThat(lines.get(0)).startsWith("CONNECT 8.8.8.8:80 HTTP/1.1\r\n");
      assertThat(lines.get(1)).startsWith("GET /a%20b?c=d HTTP/1.1\r\nHost: cdn.example\r\n");
    }
  }

  private byte[] own(String path, int maxBytes) {
    return download.fetch(FileAddress.made(platform.base(), path), maxBytes, Map.of());
  }

  @Test
  void aStrangersLinkToThePlatformsInnerAddressIsNotFollowed() {
    URI base = platform.base();
    for (String link :
        List.of(
            base + "/p.jpg",
            base.resolve("/").toString(),
            base.resolve("/admin") + "?x=" + base,
            base.toString().toUpperCase(Locale.ROOT) + "/p",
            base + "/../x")) {
      assertThatThrownBy(() -> download.fetch(link, 10))
          .as(link)
          .isInstanceOf(CallFailure.Refused.class);
    }
    assertThat(platform.calls()).isEmpty();
  }

  @Test
  void onlyTheFolderOfFilesIsOpenToLinks() {
    Download open = new Download(URI.create(platform.base() + "/photo"), null);
    platform.answers(200, "picture");
    assertThat(open.fetch(platform.base() + "/photo/1.jpg", 10)).asString().isEqualTo("picture");
    assertThat(platform.calls()).hasSize(1);

    for (String path :
        List.of(
            "/photo",
            "/photo/",
            "/photos/1",
            "/photo/../token",
            "/photo/./token",
            "/photo//token",
            "/photo/%2e%2e/token",
            "/photo/%2E./token",
            "/photo/..%2ftoken",
            "/photo/a%5c..%5ctoken",
            "/token",
            "")) {
      assertThatThrownBy(() -> open.fetch(platform.base() + path, 10))
          .as(path)
          .isInstanceOf(CallFailure.Refused.class);
    }
    assertThatThrownBy(
            () -> open.fetch(stranger.base().toString().replace("/sandbox", "/photo/1"), 10))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @Test
  void whatTheApiAnsweredIsItsOwnAtItsOwnOriginOnly() {
    platform.answers(200, "picture");
    Map<String, String> key = Map.of("Authorization", "Bearer secret");
    FileAddress own = FileAddress.answered(platform.base(), platform.base() + "/p");
    assertThat(download.fetch(own, 10, key)).asString().isEqualTo("picture");
    assertThat(platform.call().header("Authorization")).isEqualTo("Bearer secret");

    FileAddress other = FileAddress.answered(platform.base(), stranger.base() + "/p");
    assertThatThrownBy(() -> download.fetch(other, 10, key))
        .isInstanceOf(CallFailure.Refused.class);
    assertThat(stranger.calls()).isEmpty();
  }

  @Test
  void nothingLeadsOutOfTheAddressThatWeMake() {
    for (String path :
        List.of(
            "@evil.example/x", ".evil.example/x", "/../x", "/a/../../x", "/%2e%2e/x", "//x", "")) {
      URI base = URI.create("https://api.example/bot");
      assertThatThrownBy(() -> FileAddress.made(base, path))
          .as(path)
          .isInstanceOf(CallFailure.Refused.class);
    }
  }

  @Test
  void fetchesFromThePlatformItself() {
    platform.answers(200, "picture");

    assertThat(own("/p.jpg?size=x", 7)).asString().isEqualTo("picture");
    assertThat(platform.call().path()).isEqualTo("/sandbox/platform/p.jpg?size=x");
  }

  @Test
  void refusesWhatIsTooLong() {
    platform.answers(200, "picture!");

    assertThatThrownBy(() -> own("/p", 7))
        .isInstanceOf(CallFailure.Refused.class)
        .hasMessageContaining("7 байт");
  }

  @Test
  void readsChunksAndTheEndOfTheConnection() throws IOException {
    String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(fetched(chunked + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", 10)).isEqualTo("abcde");
    assertThat(fetched("HTTP/1.0 200 OK\r\n\r\nabc", 10)).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nX: y"
      })
  void isBusyWhenTheAnswerIsBroken(String answer) {
    assertThatThrownBy(() -> fetched(answer, 10)).isInstanceOf(CallFailure.Busy.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\nabcabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabcabc",
        "HTTP/1.1 200 OK\r\n\r\nabcabcabcabc"
      })
  void stopsReadingAtTheCap(String answer) {
    assertThatThrownBy(() -> fetched(answer, 5)).isInstanceOf(CallFailure.Refused.class);
  }

  private static String fetched(String answer, int maxBytes) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      serve(server, new CopyOnWriteArrayList<>(), answer);
      URI base = URI.create("http://localhost:" + server.getLocalPort());
      return new String(
          new Download(null, null).fetch(FileAddress.made(base, "/x"), maxBytes, Map.of()),
          StandardCharsets.US_ASCII);
    }
  }

  @Test
  void doesNotWaitForATrickle() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI base = URI.create("http://localhost:" + server.getLocalPort());
      Download impatient =
          new Download(null, null, InetAddress::getAllByName, Duration.ofMillis(300));

      assertThatThrownBy(() -> impatient.fetch(FileAddress.made(base, "/x"), 5, Map.of()))
          .isInstanceOf(CallFailure.Busy.class);
    }
  }

  @Test
  void checksEachRedirectAgain() {
    platform.answers(302, "", Map.of("Location", "/sandbox/platform/there"));
    platform.answers(200, "here");
    assertThat(own("/p", 10)).asString().isEqualTo("here");

    for (String inside :
        List.of(stranger.base().toString(), "http://127.0.0.1/", "file:///etc/passwd", "")) {
      platform.answers(302, "", Map.of("Location", inside));
      assertThatThrownBy(() -> own("/p", 10)).isInstanceOf(CallFailure.class);
    }
    assertThat(stranger.calls()).isEmpty();
  }

  @Test
  void followsNoRedirectsForEver() {
    for (int i = 0; i < 9; i++) {
      platform.answers(301, "", Map.of("Location", platform.base() + "/again"));
    }

    assertThatThrownBy(() -> own("/p", 10)).isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).hasSize(4);
  }

  @Test
  void tellsGoneFromNotNow() {
    for (int gone : List.of(401, 403, 404, 410)) {
      platform.answers(gone, "");
      assertThatThrownBy(() -> own("/secret-token", 10))
          .isInstanceOf(CallFailure.Refused.class)
          .message()
          .doesNotContain("secret-token");
    }
    for (int notNow : List.of(429, 500, 503)) {
      platform.answers(notNow, "");
      assertThatThrownBy(() -> own("/p", 10)).isInstanceOf(CallFailure.Busy.class);
    }
  }

  /** Answers the requests of one connection one after another, then closes it. */
  private static void serve(ServerSocket server, List<String> requests, String... answers) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                for (String answer : answers) {
                  byte[] buffer = new byte[4096];
                  int length = socket.getInputStream().read(buffer);
                  requests.add(new String(buffer, 0, length, StandardCharsets.US_ASCII));
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
