package org.communitydesk.sandbox.world;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.communitydesk.conversation.Platform;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the desks listen, and which platforms they ask instead. The one desk in this process needs
 * no setting; several share one database, so each takes what comes.
 */
@Component
public class Hooks {

  private final Environment environment;
  private final List<String> desks;
  private volatile int port;

  /**
   * @param desks without a slash at the end; empty for the application itself
   */
  Hooks(Environment environment, @Value("${sandbox.desks:}") List<String> desks) {
    this.environment = environment;
    this.desks = desks;
  }

  @EventListener
  void opened(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null) {
      port = event.getWebServer().getPort();
    }
  }

  /** Whether the application's port is open. */
  boolean ready() {
    return port != 0;
  }

  /** The platforms' own address without a slash at the end. */
  public String home() {
    return "http://localhost:" + port;
  }

  public String address(Platform platform) {
    return (desks.isEmpty() ? home() : desks.get(0)) + "/hooks/" + platform.id() + "/main";
  }

  /** The same request to the next desk each time; whatever has another address goes there. */
  HttpRequest spread(HttpRequest request, long turn) {
    String address = request.uri().toString();
    if (desks.size() < 2 || !address.startsWith(desks.get(0) + "/")) {
      return request;
    }
    String desk = desks.get((int) (turn % desks.size()));
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .uri(URI.create(desk + address.substring(desks.get(0).length())))
        .build();
  }

  public boolean polled(Platform platform) {
    return environment.getProperty(
        "desk.channel." + platform.id() + ".main.polling", Boolean.class, false);
  }
}
