package org.communitydesk.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Outside the sandbox profile there is no sandbox: 404 to everybody. */
final class NothingHere extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    ThisMachineOnly.refuse(response, 404, "There is no sandbox in this profile");
  }
}
