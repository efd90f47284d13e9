/**
 * Operators and what they consent to. Each authority judges consent by its own list of operators, so that no console and
 * no other authority can act in their name.
 */
@NullMarked
package org.v2xscms.kernel.operator;

import org.jspecify.annotations.NullMarked;
