package org.communitydesk.sandbox.world;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Breaks the connection instead of answering, for requests that carry the {@link #ORDER}. */
@Component
class Abort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  static final String ORDER = Abort.class.getName();

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new Breaker());
  }

  private static final class Breaker extends ValveBase {

    private Breaker() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      getNext().invoke(request, response);
      if (request.getAttribute(ORDER) != null) {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("ordered"));
      }
    }
  }
}
