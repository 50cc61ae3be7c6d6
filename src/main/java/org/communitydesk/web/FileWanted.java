package org.communitydesk.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Answers whoever sends something else where a file is expected. */
@RestControllerAdvice
class FileWanted {

  @ExceptionHandler
  ProblemDetail noFile(MultipartException failure) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "Нужен файл: пришлите его полем file формы multipart/form-data");
  }
}
