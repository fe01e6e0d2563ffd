package dev.sojourn.results.report;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all tests that ask for it. Where none is installed they are skipped, and it is
 * said why; one that is installed and does not start is a failure.
 */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace ROOM = Namespace.create(BrowserExtension.class);
  private static final AtomicBoolean SAID = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = Browser.missing();
    missing.filter(reason -> !SAID.getAndSet(true)).ifPresent(BrowserExtension::say);
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
  }

  private static void say(String reason) {
    System.out.println("tests of the page in a browser are skipped: " + reason);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Browser.class);
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ROOM)
        .getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
  }
}
