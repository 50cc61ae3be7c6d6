package org.communitydesk.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.AskedDecisions;
import org.communitydesk.process.BusinessErrors;
import org.communitydesk.process.Messages;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.util.function.SingletonSupplier;

/** Every word that Java offers to diagrams, decisions and forms. */
record Vocabulary(
    SortedMap<String, Verb> delegates,
    SortedMap<String, Verb> taskListeners,
    SortedMap<String, Verb> executionListeners,
    SortedMap<String, ProcessVariable<?>> variables,
    SortedSet<String> variablesUsedInJava,
    SortedSet<String> messages,
    SortedSet<String> errors,
    SortedSet<String> askedDecisions,
    SortedSet<String> groups) {

  private static final String PROCESS = "org.communitydesk.process";
  private static final String OUTSIDE_TASK = PROCESS + ".OutsideTask";

  /** A bean that a diagram may name. */
  record Verb(String bean, String description, boolean leavesTheHouse, boolean throwsErrors) {}

  private static final Supplier<Vocabulary> PROJECT = SingletonSupplier.of(Vocabulary::read);

  static Vocabulary ofProject() {
    return PROJECT.get();
  }

  private static Vocabulary read() {
    JavaClasses classes = CompiledCode.around(Variables.class);
    return new Vocabulary(
        verbs(classes, JavaDelegate.class),
        verbs(classes, TaskListener.class),
        verbs(classes, ExecutionListener.class),
        constantsOfVariables(),
        variablesUsed(classes),
        constants(Messages.class),
        constants(BusinessErrors.class),
        constants(AskedDecisions.class),
        idsOfGroups());
  }

  /** The enum constants that a variable may hold; empty when it is not an enum. */
  static Set<String> values(ProcessVariable<?> variable) {
    return variable.type().isEnum()
        ? Arrays.stream(variable.type().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  private static SortedMap<String, Verb> verbs(JavaClasses classes, Class<?> type) {
    SortedMap<String, Verb> verbs = new TreeMap<>();
    for (JavaClass found : classes) {
      if (!found.isInterface() && found.isAssignableTo(type)) {
        String bean = Introspector.decapitalize(found.getSimpleName());
        verbs.put(
            bean,
            new Verb(
                bean,
                found.tryGetAnnotationOfType(Description.class).map(Description::value).orElse(""),
                found.isAssignableTo(OUTSIDE_TASK),
                found.getConstructorCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(BpmnError.class))));
      }
    }
    return verbs;
  }

  private static SortedMap<String, ProcessVariable<?>> constantsOfVariables() {
    SortedMap<String, ProcessVariable<?>> variables = new TreeMap<>();
    for (Field field : Variables.class.getFields()) {
      if (read(field) instanceof ProcessVariable<?> variable) {
        variables.put(variable.name(), variable);
      }
    }
    return variables;
  }

  private static SortedSet<String> variablesUsed(JavaClasses classes) {
    SortedSet<String> used = new TreeSet<>();
    for (JavaFieldAccess access : classes.get(Variables.class).getFieldAccessesToSelf()) {
      if (!access.getOriginOwner().isEquivalentTo(Variables.class)
          && read(access.getTarget().resolveMember().orElseThrow().reflect())
              instanceof ProcessVariable<?> variable) {
        used.add(variable.name());
      }
    }
    return used;
  }

  private static SortedSet<String> constants(Class<?> type) {
    SortedSet<String> constants = new TreeSet<>();
    for (Field field : type.getFields()) {
      if (read(field) instanceof String constant) {
        constants.add(constant);
      }
    }
    return constants;
  }

  private static Object read(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(field + " should be public", hidden);
    }
  }

  private static SortedSet<String> idsOfGroups() {
    SortedSet<String> groups = new TreeSet<>();
    try {
      Class<?> type = Class.forName("org.communitydesk.engine.StaffGroup");
      Method id = type.getDeclaredMethod("id");
      id.setAccessible(true);
      for (Object group : type.getEnumConstants()) {
        groups.add((String) id.invoke(group));
      }
    } catch (ReflectiveOperationException moved) {
      throw new IllegalStateException("The groups of people are not where they were", moved);
    }
    return groups;
  }
}
