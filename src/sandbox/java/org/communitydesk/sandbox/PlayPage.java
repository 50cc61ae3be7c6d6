package org.communitydesk.sandbox;

import java.net.URI;
import java.util.Map;
import org.communitydesk.sandbox.world.Objection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a visitor plays the users. */
@RestController
class PlayPage {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  @GetMapping("/sandbox")
  ResponseEntity<Resource> page() {
    return file("sandbox.html");
  }

  @GetMapping("/sandbox/")
  ResponseEntity<Resource> slash() {
    return ResponseEntity.status(302).location(URI.create("/sandbox")).build();
  }

  @GetMapping("/sandbox/page/{name}")
  ResponseEntity<Resource> file(@PathVariable String name) {
    Resource file = new ClassPathResource("sandbox/" + name);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (!name.matches("[a-z-]+\\.[a-z]+") || type == null || !file.exists()) {
      throw new Objection(404, "Здесь нет файла " + name);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .cacheControl(CacheControl.noCache())
        .body(file);
  }
}
