package org.communitydesk.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable: the name that models use and the Java type behind it.
 *
 * @param type String, Boolean (a form may send its word), Long, {@link Instant} (stored as date) or
 *     an enum (stored by name)
 */
public record ProcessVariable<T>(String name, Class<T> type) {

  /**
   * The value.
   *
   * @throws IllegalStateException when it is missing or of another type; names variable and scope
   */
  public T in(VariableScope scope) {
    return find(scope)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The variable " + name + " is missing in " + scope.getVariableScopeKey()));
  }

  /** The value; empty when it is missing or null. */
  public Optional<T> find(VariableScope scope) {
    return Optional.ofNullable(scope.getVariable(name)).map(value -> read(value, scope));
  }

  /** Writes where the variable stands already, else at the process instance. */
  public void set(VariableScope scope, T value) {
    scope.setVariable(name, stored(value));
  }

  /** Writes for this scope only, for example one task. */
  public void setLocal(VariableScope scope, T value) {
    scope.setVariableLocal(name, stored(value));
  }

  /** The form in which the engine keeps the value. */
  Object stored(T value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Instant instant ? Date.from(instant) : value;
  }

  private T read(Object value, VariableScope scope) {
    if (type.isEnum() && value instanceof String name) {
      for (T constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    }
    Object known = value instanceof Date date ? date.toInstant() : value;
    if (type == Long.class && known instanceof Integer number) {
      known = number.longValue();
    }
    if (type == Boolean.class && ("true".equals(known) || "false".equals(known))) {
      known = Boolean.valueOf(known.toString());
    }
    if (!type.isInstance(known)) {
      throw new IllegalStateException(
          "The variable %s should be %s and is %s in %s"
              .formatted(
                  name,
                  type.getSimpleName(),
                  value.getClass().getSimpleName(),
                  scope.getVariableScopeKey()));
    }
    return type.cast(known);
  }
}
