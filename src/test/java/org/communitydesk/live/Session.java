package org.communitydesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.support.Desk;

/** Somebody who is signed in to the webapps. */
record Session(HttpClient http, String cookie, String token) {

  static Session signIn(String person) {
    try {
      HttpClient http = HttpClient.newHttpClient();
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(URI.create(Desk.address() + "/camunda/app/tasklist/default/"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      Session guest = of(http, page, "");
      HttpResponse<String> login =
          guest.post(
              "/camunda/api/admin/auth/user/default/login/tasklist",
              "username=" + person + "&password=sandbox");
      assertThat(login.statusCode()).isEqualTo(200);
      Session signedIn = of(http, login, guest.cookie());
      return of(http, signedIn.page(), signedIn.cookie());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Session of(HttpClient http, HttpResponse<String> answer, String before) {
    Map<String, String> cookies =
        Stream.concat(
                Arrays.stream(before.split("; ")),
                answer.headers().allValues("Set-Cookie").stream()
                    .map(c -> c.replaceFirst(";.*", "")))
            .filter(c -> c.contains("="))
            .collect(
                Collectors.toMap(
                    c -> c.substring(0, c.indexOf('=')),
                    c -> c.substring(c.indexOf('=') + 1),
                    (a, b) -> b));
    return new Session(
        http,
        cookies.entrySet().stream()
            .map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; ")),
        cookies.getOrDefault("XSRF-TOKEN", ""));
  }

  /** The page brings the token of the new session. */
  private HttpResponse<String> page() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(Desk.address() + "/camunda/app/tasklist/default/"))
            .header("Cookie", cookie)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  void signOut() {
    assertThat(post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isBetween(200, 299);
  }

  private HttpResponse<String> post(String path, String form) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(Desk.address() + path))
              .header("Cookie", cookie)
              .header("X-XSRF-TOKEN", token)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
