package org.communitydesk.engine;

import java.beans.FeatureDescriptor;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.ReadableInstant;

/**
 * Stands first among the resolvers: an expression looks into values and executions only, and calls
 * only what neither grows nor runs long. Without it an expression reaches every class by reflection
 * (CVE-2026-109432 in this engine).
 */
class SafePropertyResolver extends ELResolver {

  private static final String OF_SCOPES =
      "id businessKey processBusinessKey processInstanceId processDefinitionId parentId"
          + " currentActivityId currentActivityName currentTransitionId activityInstanceId"
          + " eventName name description assignee owner priority dueDate followUpDate createTime"
          + " taskDefinitionKey executionId tenantId deleteReason suspended";
  private static final String OF_TIMES =
      "plusYears plusMonths plusWeeks plusDays plusHours plusMinutes plusSeconds minusYears"
          + " minusMonths minusWeeks minusDays minusHours minusMinutes minusSeconds isBefore"
          + " isAfter before after getTime toDate toInstant getYear getMonthValue getDayOfMonth"
          + " getHour getMinute getSecond toString";
  private static final Map<Class<?>, Set<String>> METHODS = new LinkedHashMap<>();
  private static final Set<String> KNOWN = new TreeSet<>();
  private static final Set<String> SCOPE = Set.of(OF_SCOPES.split(" "));
  private static final Set<String> FORBIDDEN =
      Set.of("class", "getclass", "constructor", "prototype", "__proto__");

  static {
    allow(VariableScope.class, "getVariable getVariableLocal hasVariable hasVariableLocal");
    for (String property : SCOPE) {
      allow(VariableScope.class, "get" + capital(property));
    }
    allow(TypedValue.class, "getValue");
    allow(
        Map.class,
        "get size isEmpty containsKey containsValue getEntry getFirstEntry getSingleEntry");
    allow(
        Collection.class,
        "get size isEmpty contains getSingleResult getFirstResult getSingleEntry collectEntries");
    allow(
        CharSequence.class,
        "length isEmpty isBlank equals equalsIgnoreCase compareTo startsWith endsWith contains"
            + " indexOf toLowerCase toUpperCase trim strip substring toString");
    allow(Number.class, "intValue longValue doubleValue equals compareTo toString");
    allow(Boolean.class, "booleanValue equals toString");
    allow(Character.class, "equals toString");
    allow(Enum.class, "name equals toString");
    allow(Date.class, OF_TIMES);
    allow(TemporalAccessor.class, OF_TIMES);
    allow(TemporalAmount.class, "toString toDays toHours toMinutes getDays");
    allow(ReadableInstant.class, OF_TIMES);
  }

  private static void allow(Class<?> kind, String names) {
    Set<String> words = Set.of(names.split(" "));
    METHODS.computeIfAbsent(kind, any -> new TreeSet<>()).addAll(words);
    KNOWN.addAll(words);
  }

  private static String capital(String property) {
    return property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
  }

  /** Whether any kind of value lets itself be asked this. */
  static boolean isKnownMethod(String name) {
    return KNOWN.contains(name);
  }

  /** Whether the word may stand after a dot. */
  static boolean isProperty(String name) {
    return !FORBIDDEN.contains(name.strip().toLowerCase(Locale.ROOT))
        && !"processEngineServices".equals(name)
        && !"processEngine".equals(name);
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null && !isReadable(base, property)) {
      throw refused(base, property);
    }
    return null;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base != null && !isCallable(base, String.valueOf(method))) {
      throw refused(base, method);
    }
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (base != null) {
      throw refused(base, property);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    getValue(context, base, property);
    return null;
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    getValue(context, base, property);
    return false;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  private static boolean isReadable(Object base, Object property) {
    String name = String.valueOf(property);
    if (base instanceof VariableScope) {
      return SCOPE.contains(name);
    }
    return isProperty(name)
        && (base instanceof Map
            || base.getClass().isArray()
            || METHODS.keySet().stream().anyMatch(kind -> kind.isInstance(base)));
  }

  private static boolean isCallable(Object base, String method) {
    return METHODS.entrySet().stream()
        .anyMatch(kind -> kind.getKey().isInstance(base) && kind.getValue().contains(method));
  }

  private static ProcessEngineException refused(Object base, Object member) {
    return new ProcessEngineException(
        "Expressions may not use «" + member + "» of a " + base.getClass().getSimpleName());
  }
}
