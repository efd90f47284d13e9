package org.v2xscms.crypto.curve;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * A secret number in [1, n-1] of one curve: a private key, a nonce, an expansion value.
 *
 * <p>All arithmetic on it takes the same time for every value. It never prints itself, compares in constant time and
 * {@link #close()} overwrites it; later use is a fault and throws. Every method that gives a new scalar gives one that
 * the caller must close, too. Zero has no place in this type: an operation that can reach it returns an Optional, empty
 * only with the negligible chance of 1/n or when someone who knows the secrets aimed at it.
 */
public final class PrivateScalar implements AutoCloseable {

    private final Curve curve;
    private final byte[] octets;
    private boolean closed;

    private PrivateScalar(Curve curve, byte[] octets) {
        this.curve = curve;
        this.octets = octets;
    }

    /** A uniform scalar. Values out of range are drawn again, which tells nothing about the one that is kept. */
    public static PrivateScalar generate(Curve curve, SecureRandom random) {
        while (true) {
            try (SecretOctets candidate = SecretOctets.random(curve.octets(), random)) {
                Optional<PrivateScalar> scalar = of(curve, candidate);
                if (scalar.isPresent()) {
                    return scalar.get();
                }
            }
        }
    }

    /** The scalar with these {@link Curve#octets()} big-endian octets; empty unless it is in [1, n-1]. */
    public static Optional<PrivateScalar> of(Curve curve, SecretOctets value) {
        if (value.length() != curve.octets()) {
            return Optional.empty();
        }
        PrimeField scalars = curve.constants().scalars();
        long[] element = scalars.newElement();
        long inRange = value.lend(bytes -> scalars.read(element, bytes, 0));
        if (inRange == 0) {
            Arrays.fill(element, 0);
            return Optional.empty();
        }
        return ofElement(curve, element);
    }

    /** The big-endian number, of at most twice {@link Curve#octets()} octets, modulo n; empty where that is zero. */
    public static Optional<PrivateScalar> reduce(Curve curve, SecretOctets value) {
        PrimeField scalars = curve.constants().scalars();
        long[] element = scalars.newElement();
        value.use(bytes -> scalars.readWide(element, bytes));
        return ofElement(curve, element);
    }

    /** Takes over and wipes {@code element}. */
    private static Optional<PrivateScalar> ofElement(Curve curve, long[] element) {
        PrimeField scalars = curve.constants().scalars();
        boolean isZero = scalars.isZero(element) != 0;
        byte[] octets = new byte[curve.octets()];
        scalars.write(octets, 0, element);
        Arrays.fill(element, 0);
        return isZero ? Optional.empty() : Optional.of(new PrivateScalar(curve, octets));
    }

    public Curve curve() {
        return curve;
    }

    /** This scalar times the base point: the public key of a private key. */
    public PublicPoint publicPoint() {
        ProjectivePoint product = new ProjectivePoint(curve.constants().field());
        try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
            curve.multiplication().addMultipleOfBase(arithmetic, product, open());
        }
        return PublicPoint.affine(curve, product).getFirst().orElseThrow();
    }

    /** This scalar times {@code point}, as x and y one after another: the shared point of a key agreement. */
    public SecretOctets sharedPoint(PublicPoint point) {
        requireCurve(point.curve());
        ProjectivePoint product = point.multipleBySecret(open());
        curve.multiplication().normalize(product);
        PrimeField field = curve.constants().field();
        byte[] coordinates = new byte[2 * curve.octets()];
        field.fromMontgomery(product.x, product.x);
        field.fromMontgomery(product.y, product.y);
        field.write(coordinates, 0, product.x);
        field.write(coordinates, curve.octets(), product.y);
        product.wipe();
        return SecretOctets.wrap(coordinates);
    }

    /** The x coordinate of {@link #sharedPoint}: Diffie-Hellman with cofactor 1 (IEEE 1363a, SP 800-56A 5.7.1.2). */
    public SecretOctets agree(PublicPoint peer) {
        try (SecretOctets shared = sharedPoint(peer)) {
            return shared.slice(0, curve.octets());
        }
    }

    /** This scalar plus {@code other}, modulo n. */
    public Optional<PrivateScalar> plus(PrivateScalar other) {
        requireCurve(other.curve);
        PrimeField scalars = curve.constants().scalars();
        long[] sum = element();
        long[] addend = other.element();
        scalars.add(sum, sum, addend);
        Arrays.fill(addend, 0);
        return ofElement(curve, sum);
    }

    /** This scalar times {@code other}, modulo n. */
    public PrivateScalar times(PrivateScalar other) {
        requireCurve(other.curve);
        PrimeField scalars = curve.constants().scalars();
        long[] product = element();
        long[] factor = other.element();
        scalars.toMontgomery(factor, factor);
        scalars.multiply(product, product, factor);
        Arrays.fill(factor, 0);
        return ofElement(curve, product).orElseThrow();
    }

    /** 1 / this scalar, modulo n. */
    public PrivateScalar inverse() {
        PrimeField scalars = curve.constants().scalars();
        long[] inverse = element();
        scalars.toMontgomery(inverse, inverse);
        scalars.invert(inverse, inverse);
        scalars.fromMontgomery(inverse, inverse);
        return ofElement(curve, inverse).orElseThrow();
    }

    /** factor * this + addend, modulo n, with public numbers of at most twice {@link Curve#octets()} octets. */
    public Optional<PrivateScalar> affine(Octets factor, Octets addend) {
        long[] constant = curve.constants().scalars().newElement();
        curve.constants().scalars().readWide(constant, addend.toByteArray());
        return multiplyAdd(factor, constant);
    }

    /** factor * this + addend, modulo n, with a public factor of at most twice {@link Curve#octets()} octets. */
    public Optional<PrivateScalar> multiplyAdd(Octets factor, PrivateScalar addend) {
        requireCurve(addend.curve);
        return multiplyAdd(factor, addend.element());
    }

    private Optional<PrivateScalar> multiplyAdd(Octets factor, long[] addend) {
        PrimeField scalars = curve.constants().scalars();
        long[] sum = element();
        long[] multiplier = scalars.newElement();
        scalars.readWide(multiplier, factor.toByteArray());
        scalars.toMontgomery(multiplier, multiplier);
        scalars.multiply(sum, sum, multiplier);
        scalars.add(sum, sum, addend);
        Arrays.fill(addend, 0);
        return ofElement(curve, sum);
    }

    /** The scalar as octets that stay secret. */
    public SecretOctets toSecretOctets() {
        return SecretOctets.copyOf(open());
    }

    /** The octets as an ordinary value, for numbers that become public: s of a signature, r of an ECQV answer. */
    public Octets disclose() {
        return Octets.of(open());
    }

    /** Lends the big-endian octets to {@code use}, which must neither keep nor change the array. */
    void lend(Consumer<byte[]> use) {
        use.accept(open());
    }

    private long[] element() {
        PrimeField scalars = curve.constants().scalars();
        long[] element = scalars.newElement();
        scalars.read(element, open(), 0);
        return element;
    }

    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("secret is already wiped");
        }
        return octets;
    }

    private void requireCurve(Curve other) {
        if (other != curve) {
            throw new IllegalArgumentException("mixes " + curve + " with " + other);
        }
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
        closed = true;
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PrivateScalar that && curve == that.curve && MessageDigest.isEqual(open(), that.open());
    }

    /** Depends on the curve only, so that no hash table betrays the value. */
    @Override
    public int hashCode() {
        return curve.hashCode();
    }

    @Override
    public String toString() {
        return "PrivateScalar[" + curve + "]";
    }
}
