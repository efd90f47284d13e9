package org.v2xscms.codec.oer;

/**
 * What a decoder is willing to spend on one input; each limit is checked before anything is allocated.
 *
 * @param maxOctets longest input accepted
 * @param maxElements elements of all SEQUENCE OF values of one input taken together
 * @param maxDepth constructed types (SEQUENCE, CHOICE, SEQUENCE OF) inside one another
 */
public record Limits(int maxOctets, int maxElements, int maxDepth) {

    /**
     * For messages, certificates and requests. 1 MiB: the largest legitimate one is a batch of some thousand
     * certificate requests of about 200 octets. 20,000 elements: a batch of 2,000 requests with ten list elements each.
     * Depth 60: the deepest legitimate structure, a hydrated misbehaviour report (encrypted, signed, report, evidence
     * with its own chain), needs 45.
     */
    public static final Limits MESSAGE = new Limits(1 << 20, 20_000, 60);

    /**
     * For revocation lists, trust lists and batch files. 64 MiB and 2,000,000 elements: a linkage CRL of 1,000,000
     * entries of 32 octets and its grouping, with room for twice that.
     */
    public static final Limits FILE = new Limits(64 << 20, 2_000_000, 60);
}
