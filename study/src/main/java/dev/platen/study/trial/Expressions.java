package dev.platen.study.trial;

import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.jspecify.annotations.Nullable;

/** The expression library, closed to everything but values. */
final class Expressions {
  private static final JexlEngine ENGINE =
      new JexlBuilder()
          .features(JexlFeatures.createNone().structuredLiteral(true).arrayReferenceExpr(true))
          .permissions(JexlPermissions.NONE)
          .strategy((operator, owner) -> List.of(new ValueParts()))
          .arithmetic(new ValueArithmetic())
          .strict(true)
          .safe(false)
          .silent(false)
          .antish(false)
          .create();

  private Expressions() {}

  /** What can be executed of the text; only a single expression compiles. */
  static JexlScript compile(String text) {
    ENGINE.createExpression(text);
    return ENGINE.createScript(text);
  }

  /** The value in Java's own types, which are the library's. */
  static @Nullable Object plain(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> null;
      case BOOLEAN -> ((BooleanValue) value).value();
      case INTEGER -> narrowed(((IntegerValue) value).value());
      case FLOAT -> ((FloatValue) value).value();
      case STRING -> ((StringValue) value).value();
      case LIST -> {
        List<@Nullable Object> values = new ArrayList<>();
        ((ListValue) value).values().forEach(each -> values.add(plain(each)));
        yield values;
      }
      case MAP -> {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        ((MapValue) value).entries().forEach((key, each) -> entries.put(key, plain(each)));
        yield entries;
      }
    };
  }

  /** The type that the same number has when it is written in an expression. */
  private static Number narrowed(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** What is wrong, without the library's own words for its places and classes. */
  static String reason(JexlException e) {
    if (e instanceof JexlException.Variable variable) {
      return "'"
          + variable.getVariable()
          + "' "
          + (variable.isUndefined() ? "is no parameter of the study" : "is null");
    } else if (e instanceof JexlException.Property property) {
      return "there is no '" + property.getProperty() + "' in the value";
    } else if (e instanceof JexlException.StackOverflow) {
      return "the expression is nested too deeply";
    } else if (e.getCause() instanceof JexlException cause) {
      return reason(cause);
    } else if (e.getCause() instanceof ArithmeticException cause) {
      return words(cause);
    }
    String message =
        String.valueOf(e.getMessage())
            .replaceFirst("^[^ ]*@[0-9]+:[0-9]+ ", "")
            .replaceFirst("^JEXL error : ", "");
    return message.startsWith("global assign/modify error")
        ? "it would set a parameter; '==' compares"
        : message;
  }

  /** The library says no more of a division by zero than its sign. */
  private static String words(ArithmeticException e) {
    String message = String.valueOf(e.getMessage());
    return message.equals("/") || message.equals("%")
        ? "a division by zero"
        : message.replace("Object comparison:", "can't compare ");
  }
}
