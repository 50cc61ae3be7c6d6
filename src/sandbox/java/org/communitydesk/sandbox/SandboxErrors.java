package org.communitydesk.sandbox;

import org.communitydesk.sandbox.world.Objection;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every no of the control API as a problem detail (RFC 9457). */
@RestControllerAdvice(basePackageClasses = SandboxErrors.class)
class SandboxErrors {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> objection(Objection objection) {
    return problem(objection.status(), objection.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
    return problem(400, "Параметр " + e.getName() + " не читается");
  }

  private static ResponseEntity<ProblemDetail> problem(int status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail));
  }
}
