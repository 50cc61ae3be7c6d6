package org.communitydesk.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** The page on which an administrator finds a person, hands over what is kept and erases it. */
@RestController
@RequestMapping("/people")
class PeoplePage {

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8");

  @GetMapping
  ResponseEntity<String> page(CsrfToken csrf, HttpServletRequest request) {
    return answer(
        "text/html;charset=UTF-8",
        file("page.html")
            .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
            .replace("{may-erase}", String.valueOf(request.isUserInRole("camunda-admin"))));
  }

  @GetMapping("/page/{name}")
  ResponseEntity<String> part(@PathVariable String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[a-z]+\\.[a-z]+") || !resource(name).exists()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return answer(type, file(name));
  }

  private static ResponseEntity<String> answer(String type, String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache())
        .body(body);
  }

  private static ClassPathResource resource(String name) {
    return new ClassPathResource("people/" + name);
  }

  private static String file(String name) {
    try {
      return resource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
