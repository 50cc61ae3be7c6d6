package org.communitydesk.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** Looks into the expressions of a text before anything evaluates them. */
final class SafeExpression {

  /** Whole-text limit in characters. */
  static final int LONGEST = 500;

  // No braces or backslashes inside: so that every reader of the text splits it the same way.
  private static final Pattern ONE = Pattern.compile("[$#]\\{([^{}\\\\]*)}");
  private static final Set<String> FUNCTIONS =
      Set.of("now", "dateTime", "currentUser", "currentUserGroups");

  private SafeExpression() {}

  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** What a process owner must change; null when nothing. */
  static String fault(String text) {
    if (text.length() > LONGEST) {
      return "выражение длиннее %d знаков не допускается".formatted(LONGEST);
    }
    Matcher expressions = ONE.matcher(text);
    while (expressions.find()) {
      String fault = one(expressions.group());
      if (fault != null) {
        return fault;
      }
    }
    return isIn(expressions.reset().replaceAll("")) || text.contains("\\")
        ? "выражение «" + text + "» не читается"
        : null;
  }

  private static String one(String expression) {
    try {
      return walk(new Builder(Feature.METHOD_INVOCATIONS).build(expression).getRoot());
    } catch (ELException unreadable) {
      return "выражение «" + expression + "» не читается";
    }
  }

  private static String walk(Node node) {
    if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
      return refused("функция", function.getName());
    }
    if (node instanceof AstMethod) {
      Node called = node.getChild(0);
      if (!(called instanceof AstDot) || !SafePropertyResolver.isKnownMethod(property(called))) {
        return refused("вызов", called instanceof AstDot ? property(called) : "[…]");
      }
    } else if (node instanceof AstDot && !SafePropertyResolver.isProperty(property(node))) {
      return refused("свойство", property(node));
    } else if (node instanceof AstBracket && !isPlain(node.getChild(1))) {
      return refused("обращение", "[…]");
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      String fault = node.getChild(i) == null ? null : walk(skipCalled(node, i));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  // The name after the dot of a call is no property of its own.
  private static Node skipCalled(Node node, int i) {
    return node instanceof AstMethod && i == 0 ? node.getChild(0).getChild(0) : node.getChild(i);
  }

  private static boolean isPlain(Node key) {
    return !(key instanceof AstBinary)
        && key.getCardinality() == 0
        && SafePropertyResolver.isProperty(key.toString().replace("\"", "").replace("'", ""));
  }

  private static String property(Node dot) {
    return dot.toString().replaceFirst("^\\.\\s*", "");
  }

  private static String refused(String kind, String name) {
    return kind + " «" + name + "» в выражении не допускается";
  }
}
