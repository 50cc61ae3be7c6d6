package org.communitydesk.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests from other machines, and changes that another site's page asks for. */
final class ThisMachineOnly extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
      refuse(response, 403, "The sandbox answers only on the machine on which it runs");
    } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && !HttpMethod.GET.matches(request.getMethod())) {
      refuse(response, 403, "The sandbox obeys only its own page");
    } else {
      chain.doFilter(request, response);
    }
  }

  static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            "{\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status, detail)
                .getBytes(StandardCharsets.UTF_8));
  }
}
