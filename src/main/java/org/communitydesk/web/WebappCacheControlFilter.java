package org.communitydesk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers ask again for the parts of the webapps that are ours: Camunda's address for them
 * never changes, so after an update moderators would keep the old ones.
 */
@Component
class WebappCacheControlFilter extends OncePerRequestFilter {

  private static final Pattern OURS =
      Pattern.compile("/camunda/app/[a-z]+/(desk|scripts|styles|locales)/.*");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OURS.matcher(request.getRequestURI()).matches()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    chain.doFilter(request, response);
  }
}
