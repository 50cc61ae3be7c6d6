package org.communitydesk.privacy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes card data out of what people of the desk and other programs send, before anybody reads it:
 * drafts, forms of tasks, variables, notes, disputes. Platforms' deliveries are masked by {@code
 * intake}, which has to verify them as they came.
 */
@Component
class CardFreeRequests extends OncePerRequestFilter {

  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean ours =
        path.startsWith("/api/")
            || path.startsWith("/engine-rest/")
            || path.startsWith("/camunda/");
    return !ours
        || path.equals("/api/privacy/mask")
        || !WRITING.contains(request.getMethod())
        || !isJson(request.getContentType());
  }

  private static boolean isJson(String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
      return;
    }
    chain.doFilter(new KnownBody(request, CardNumbers.maskJson(body)), response);
  }
}
