package org.communitydesk.sandbox.x;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;

/** X's addresses. */
@RestController
@RequestMapping("/sandbox/x")
class XEndpoint {

  private static final int RATE_WAIT_SECONDS = 4;

  private final List<XMethod> methods;
  private final Calls calls;
  private final Faults faults;
  private final Pictures pictures;
  private final XLimits limits;
  private final XTokens tokens;
  private final Clock clock;

  XEndpoint(
      List<XSection> sections,
      Calls calls,
      Faults faults,
      Pictures pictures,
      XLimits limits,
      XTokens tokens,
      Clock clock) {
    this.limits = limits;
    this.tokens = tokens;
    this.methods = sections.stream().flatMap(section -> section.methods().stream()).toList();
    this.calls = calls;
    this.faults = faults;
    this.pictures = pictures;
    this.clock = clock;
  }

  @RequestMapping("/2/{*path}")
  DeferredResult<ResponseEntity<String>> call(
      @PathVariable String path,
      @RequestHeader(defaultValue = "") String authorization,
      @RequestBody(required = false) byte[] body,
      HttpServletRequest http) {
    String address = path.substring(1);
    Optional<XMethod> method =
        methods.stream()
            .filter(one -> one.verb().equals(http.getMethod()) && address.matches(one.path()))
            .findFirst();
    Optional<XError> objection = objection(method, authorization, address);
    return calls.answer(
        X.PLATFORM,
        http,
        "/2" + path,
        objection.isPresent() ? Set.of() : method.orElseThrow().faults(),
        () -> {
          if (objection.isPresent()) {
            return limits.look(http.getMethod(), address).on(objection.get().answer());
          }
          XLimits.Left left = limits.count(http.getMethod(), address);
          try {
            return left.on(work(method.orElseThrow(), left, address, http, body));
          } catch (XError e) {
            return left.on(e.answer());
          }
        },
        fault -> misbehaviour(http.getMethod(), address, fault));
  }

  private Optional<XError> objection(
      Optional<XMethod> method, String authorization, String address) {
    boolean ours =
        address.startsWith("webhooks")
            ? authorization.equals("Bearer " + X.APP_TOKEN) && !faults.tokenExpired(X.PLATFORM)
            : tokens.isGood(authorization);
    if (!ours) {
      return Optional.of(new XError(401, "", "Unauthorized"));
    }
    return method.isPresent()
        ? Optional.empty()
        : Optional.of(new XError(404, "", "The requested path was not found"));
  }

  private static Answer work(
      XMethod method, XLimits.Left left, String address, HttpServletRequest http, byte[] body) {
    if (left.remaining() < 0 && !method.faults().isEmpty()) {
      return tooMany(address);
    }
    Matcher match = Pattern.compile(method.path()).matcher(address);
    match.matches();
    return method.work().apply(XRequest.of(match, http, body));
  }

  private static Answer tooMany(String address) {
    return address.startsWith("dm_")
        ? XError.old(429, 88, "Rate limit exceeded")
        : new XError(429, "", "Too Many Requests").answer();
  }

  private Answer misbehaviour(String verb, String address, Fault fault) {
    XLimits.Left left = limits.look(verb, address);
    return switch (fault) {
      case RATE_LIMIT -> left.usedUp(RATE_WAIT_SECONDS, clock).on(tooMany(address));
      case DELETED_PARENT -> left.on(XError.notFound("tweet").answer());
      case BLOCKED_BY_USER ->
          left.on(
              new XError(
                      403, "not-authorized-for-resource", "You have been blocked from the author.")
                  .answer());
      default -> left.on(new XError(503, "", "Service Unavailable").answer());
    };
  }

  @PostMapping("/2/media/upload")
  ResponseEntity<String> upload(
      @RequestHeader(defaultValue = "") String authorization,
      @RequestParam("media") MultipartFile media,
      @RequestParam("media_category") String category)
      throws IOException {
    if (!tokens.isGood(authorization)) {
      return plain(new XError(401, "", "Unauthorized").answer());
    }
    if (!category.matches("tweet_image|dm_image")) {
      return plain(XError.invalid("media_category").answer());
    }
    String id = pictures.keep(new Picture(media.getContentType(), media.getBytes()));
    var body = Json.object();
    body.putObject("data").put("id", id).put("media_key", "3_" + id).put("size", media.getSize());
    return plain(new Answer(200, body));
  }

  @GetMapping("/2/dm_conversations/media/{dm}/{id}/{name}")
  ResponseEntity<byte[]> guarded(
      @RequestHeader(defaultValue = "") String authorization, @PathVariable String id) {
    return tokens.isGood(authorization) ? photo(id) : ResponseEntity.status(401).build();
  }

  /** For posts, and for the play page. */
  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }

  private static ResponseEntity<String> plain(Answer answer) {
    return ResponseEntity.status(answer.status())
        .header("Content-Type", "application/json")
        .body(Json.write(answer.body()));
  }
}
