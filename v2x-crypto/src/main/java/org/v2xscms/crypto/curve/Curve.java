package org.v2xscms.crypto.curve;

import java.math.BigInteger;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * The elliptic curves of IEEE 1609.2-2022: NIST P-256 and P-384 (FIPS 186-5), brainpoolP256r1 and brainpoolP384r1
 * (RFC 5639) and the SM2 curve (GB/T 32918.5). All have prime order, so the cofactor is 1.
 */
// The fields are immutable, though their types cannot carry Error Prone's annotation: java.base only, and arrays
// inside.
@SuppressWarnings("ImmutableEnumChecker")
public enum Curve {
    NIST_P256(
            HashFunction.SHA256,
            "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
            "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC",
            "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B",
            "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
            "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296",
            "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"),
    NIST_P384(
            HashFunction.SHA384,
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFC",
            "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973",
            "AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7",
            "3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F"),
    BRAINPOOL_P256R1(
            HashFunction.SHA256,
            "A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
            "7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9",
            "26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6",
            "A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7",
            "8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262",
            "547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997"),
    BRAINPOOL_P384R1(
            HashFunction.SHA384,
            "8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC53",
            "7BC382C63D8C150C3C72080ACE05AFA0C2BEA28E4FB22787139165EFBA91F90F8AA5814A503AD4EB04A8C7DD22CE2826",
            "04A8C7DD22CE28268B39B55416F0447C2FB77DE107DCD2A62E880EA53EEB62D57CB4390295DBC9943AB78696FA504C11",
            "8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565",
            "1D1C64F068CF45FFA2A63A81B7C13F6B8847A3E77EF14FE3DB7FCAFE0CBD10E8E826E03436D646AAEF87B2E247D4AF1E",
            "8ABE1D7520F9C2A45CB1EB8E95CFD55262B70B29FEEC5864E19C054FF99129280E4646217791811142820341263C5315"),
    SM2(
            HashFunction.SM3,
            "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF",
            "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC",
            "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93",
            "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123",
            "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7",
            "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0");

    private final HashFunction hash;
    private final Octets a;
    private final Octets b;
    private final Octets order;
    private final Octets generatorX;
    private final Octets generatorY;
    private final CurveConstants constants;
    private final ScalarMultiplication multiplication;

    Curve(HashFunction hash, String p, String a, String b, String n, String gx, String gy) {
        this.hash = hash;
        this.a = Octets.ofHex(a);
        this.b = Octets.ofHex(b);
        order = Octets.ofHex(n);
        generatorX = Octets.ofHex(gx);
        generatorY = Octets.ofHex(gy);
        constants = new CurveConstants(number(p), number(a), number(b), number(n), number(gx), number(gy));
        multiplication = new ScalarMultiplication(constants);
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    /** Length of a coordinate and of a scalar in octets: 32 or 48. */
    public int octets() {
        return order.length();
    }

    /** The hash that the standard pairs with the curve: SHA-256 or SHA-384 by size, SM3 for SM2. */
    public HashFunction hash() {
        return hash;
    }

    /** Coefficient a of y² = x³ + ax + b. */
    public Octets a() {
        return a;
    }

    /** Coefficient b of y² = x³ + ax + b. */
    public Octets b() {
        return b;
    }

    /** The number n of points, a prime. */
    public Octets order() {
        return order;
    }

    /** The base point G. */
    public PublicPoint generator() {
        return PublicPoint.ofCoordinates(this, generatorX, generatorY).orElseThrow();
    }

    /** Whether {@code value}, of {@link #octets()} octets, lies in [1, n-1]; for public values. */
    public boolean isScalar(Octets value) {
        return value.length() == octets() && value.compareTo(order) < 0 && !isZero(value);
    }

    /** A public big-endian number of at most twice {@link #octets()} octets, modulo n, as {@link #octets()} octets. */
    public Octets reduce(Octets value) {
        return write(read(value));
    }

    /** The sum of two public numbers, as {@link #reduce} takes them, modulo n. */
    public Octets sum(Octets left, Octets right) {
        long[] sum = read(left);
        constants.scalars().add(sum, sum, read(right));
        return write(sum);
    }

    /** The negative of a public number, as {@link #reduce} takes it, modulo n. */
    public Octets negate(Octets value) {
        long[] negative = read(value);
        constants.scalars().negate(negative, negative);
        return write(negative);
    }

    private long[] read(Octets value) {
        long[] element = constants.scalars().newElement();
        constants.scalars().readWide(element, value.toByteArray());
        return element;
    }

    private Octets write(long[] element) {
        byte[] octets = new byte[octets()];
        constants.scalars().write(octets, 0, element);
        return Octets.of(octets);
    }

    private static boolean isZero(Octets value) {
        int bits = 0;
        for (int i = 0; i < value.length(); i++) {
            bits |= value.get(i);
        }
        return bits == 0;
    }

    CurveConstants constants() {
        return constants;
    }

    ScalarMultiplication multiplication() {
        return multiplication;
    }
}
