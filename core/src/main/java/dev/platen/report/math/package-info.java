/**
 * Floor 2, inside {@code report}. LaTeX mathematics as notebooks write it, turned into presentation
 * MathML Core that browsers set without JavaScript: tokens, a small tree of records, markup. Knows
 * nothing of notebooks and uses the JDK only. The page needs the rules of {@code math.css}, which
 * lies beside the symbol tables among the resources.
 *
 * @see <a href="https://www.w3.org/TR/mathml-core/">MathML Core</a>
 */
@NullMarked
package dev.platen.report.math;

import org.jspecify.annotations.NullMarked;
