package org.communitydesk.sandbox.world;

import org.communitydesk.conversation.Platform;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the desk listens, and which platforms it asks instead. */
@Component
public class Hooks {

  private final Environment environment;
  private volatile int port;

  Hooks(Environment environment) {
    this.environment = environment;
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

  /** The application's own address without a slash at the end. */
  public String home() {
    return "http://localhost:" + port;
  }

  public String address(Platform platform) {
    return home() + "/hooks/" + platform.id() + "/main";
  }

  public boolean polled(Platform platform) {
    return environment.getProperty(
        "desk.channel." + platform.id() + ".main.polling", Boolean.class, false);
  }
}
