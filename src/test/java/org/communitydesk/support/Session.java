package org.communitydesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is signed in to the webapps; their cookies are kept as a browser keeps them. */
public final class Session {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String PERSON = "/camunda/api/admin/auth/user/default";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  private Session() {}

  public static Session signIn(String person) {
    return signIn(person, "tasklist");
  }

  /** Signs in to one of the webapps. */
  public static Session signIn(String person, String webapp) {
    Session session = new Session();
    session.get(TASKLIST);
    session.post(PERSON + "/login/" + webapp, "username=" + person + "&password=sandbox");
    // The page brings the token of the new session.
    session.get(TASKLIST);
    return session;
  }

  /** A browser in which nobody has signed in yet, with a session of its own. */
  public static Session ofNobody() {
    Session session = new Session();
    session.get(TASKLIST);
    return session;
  }

  /** What the webapps answer to a name and a password. */
  public HttpResponse<String> tryToSignIn(String person, String password) {
    return send(
        withToken(PERSON + "/login/tasklist")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + person + "&password=" + password)));
  }

  public HttpResponse<String> put(String path, String json) {
    return send(
        withToken(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  public void signOut() {
    post(PERSON + "/logout", "");
  }

  /** What a browser would send to {@code /api}. */
  public String cookie() {
    return "JSESSIONID=" + value("JSESSIONID");
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** A call with JSON, as the webapps make it. */
  public HttpResponse<String> send(String method, String path, String json) {
    return send(
        request(path)
            .header("X-XSRF-TOKEN", value("XSRF-TOKEN"))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private void post(String path, String form) {
    HttpResponse<String> answer =
        send(
            withToken(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String value(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findAny()
        .orElse("");
  }

  private HttpRequest.Builder withToken(String path) {
    return request(path).header("X-XSRF-TOKEN", value("XSRF-TOKEN"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(Desk.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
