/**
 * Field and point arithmetic for verifying, in three layers.
 *
 * <ol>
 *   <li>{@link org.v2xscms.verify.kernel.FieldKernel}: residues modulo the curve's prime, {@code lanes} of them side by
 *       side; one implementation in plain Java (one lane), one on the Vector API (four or eight lanes).
 *   <li>{@link org.v2xscms.verify.kernel.PointSums} and {@link org.v2xscms.verify.kernel.JacobianChain}: points, written
 *       once for every kernel and both curves.
 *   <li>{@link org.v2xscms.verify.kernel.VerifyingKernel}: whole signatures.
 * </ol>
 *
 * <p><b>Everything here takes time that depends on the values.</b> Branches, table look-ups and early exits follow the
 * operands. That is what makes it fast and what makes it unfit for anything secret: no type in this package can hold a
 * private key, a nonce or a shared secret, and none may be added.
 */
@NullMarked
package org.v2xscms.verify.kernel;

import org.jspecify.annotations.NullMarked;
