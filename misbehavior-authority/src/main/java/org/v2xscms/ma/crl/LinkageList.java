package org.v2xscms.ma.crl;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.IMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.IndividualRevocation;
import org.v2xscms.codec.ieee1609dot2.crl.JMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.LAGroup;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedLinkageValueCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.crypto.linkage.LinkageRules;

/**
 * Full linkage lists: all revoked devices with the seeds of the present period, iRev. When a period ends the list is made
 * again with every seed moved on, so that a receiver never learns more of the past than it could compute before.
 *
 * <p>The number of a list is {@code iRev * 256 + indexWithinI}. indexWithinI is one octet: the last lists of a period that
 * has seen very many are spread evenly over what remains of it.
 *
 * <p>Devices on the last list stay on the next one though the database may not know them any more, as after a restore.
 * They go when their last period has passed, and never before.
 */
record LinkageList(CrlSeries series, CurrentPeriod period, LinkageRules rules) implements SeriesList {

    private static final int INDEXES = 256;
    private static final int SPREAD_FROM = 200;

    private static final Comparator<RevokedDevice> ORDER = Comparator.comparing(RevokedDevice::seed1)
            .thenComparing(RevokedDevice::seed2)
            .thenComparing(device -> device.la1().octets())
            .thenComparing(device -> device.la2().octets())
            .thenComparingInt(RevokedDevice::iMax)
            .thenComparingInt(RevokedDevice::jMax);

    @Override
    public String table() {
        return "ma.revoked_device";
    }

    @Override
    public long number(CrlContents contents) {
        ToBeSignedLinkageValueCrl list = list(contents);
        return number(list.iRev().value(), list.indexWithinI());
    }

    private static long number(int iRev, int index) {
        return (long) iRev * INDEXES + index;
    }

    private static ToBeSignedLinkageValueCrl list(CrlContents contents) {
        if (contents.typeSpecific() instanceof TypeSpecificCrlContents.FullLinkedCrl(var list)) {
            return list;
        }
        throw new IllegalArgumentException(
                "a list of series " + contents.crlSeries().value() + " of another kind");
    }

    @Override
    public Draft next(Connection connection, @Nullable CrlContents last) throws SQLException {
        int i = period.now();
        List<RevokedDevice> known = new ArrayList<>(Revocations.devices(connection));
        if (last == null) {
            return draft(i, 0, groups(current(known, i)), true);
        }
        ToBeSignedLinkageValueCrl before = list(last);
        int iRev = before.iRev().value();
        if (iRev > i) {
            return new Draft.Held("the clock is behind the last list, which is of period " + iRev);
        }
        known.addAll(devices(before));
        List<JMaxGroup> groups = groups(current(known, i));
        if (iRev < i) {
            return draft(i, 0, groups, true);
        }
        int index = before.indexWithinI() + 1;
        long wait = index < SPREAD_FROM ? 0 : period.secondsLeft() / Math.max(1, INDEXES - index);
        if (index >= INDEXES || period.time().seconds() < last.issueDate().seconds() + wait) {
            return new Draft.Held(index + " lists in this period: the next one has to wait");
        }
        return draft(i, index, groups, !groups.equals(before.individual()));
    }

    private static Draft draft(int i, int index, List<JMaxGroup> groups, boolean changed) {
        return new Draft.Next(
                number(i, index),
                new TypeSpecificCrlContents.FullLinkedCrl(
                        new ToBeSignedLinkageValueCrl(new IValue(i), index, groups, null, null, null, Additions.NONE)),
                changed);
    }

    /** Each device that still has certificates once, with the seeds of period {@code i}; in an order that tells nothing. */
    private List<RevokedDevice> current(List<RevokedDevice> devices, int i) {
        return devices.stream()
                .filter(device -> device.iMax() >= i)
                .map(device -> device.at(i, rules))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static List<JMaxGroup> groups(List<RevokedDevice> devices) {
        List<JMaxGroup> groups = new ArrayList<>();
        by(devices, RevokedDevice::jMax)
                .forEach((jMax, ofJMax) -> groups.add(new JMaxGroup(jMax, authorities(ofJMax), Additions.NONE)));
        return groups;
    }

    private static List<LAGroup> authorities(List<RevokedDevice> devices) {
        List<LAGroup> groups = new ArrayList<>();
        by(devices, device -> device.la1().octets())
                .forEach((la1, ofFirst) -> by(ofFirst, device -> device.la2().octets())
                        .forEach((la2, ofBoth) -> groups.add(
                                new LAGroup(new LaId(la1), new LaId(la2), lastPeriods(ofBoth), Additions.NONE))));
        return groups;
    }

    private static List<IMaxGroup> lastPeriods(List<RevokedDevice> devices) {
        List<IMaxGroup> groups = new ArrayList<>();
        by(devices, RevokedDevice::iMax)
                .forEach((iMax, ofIMax) -> groups.add(new IMaxGroup(
                        iMax,
                        ofIMax.stream()
                                .map(device -> new IndividualRevocation(
                                        new LinkageSeed(device.seed1()), new LinkageSeed(device.seed2())))
                                .toList(),
                        null,
                        Additions.NONE)));
        return groups;
    }

    private static <K extends Comparable<K>> SortedMap<K, List<RevokedDevice>> by(
            List<RevokedDevice> devices, Function<RevokedDevice, K> key) {
        SortedMap<K, List<RevokedDevice>> groups = new TreeMap<>();
        devices.forEach(device -> groups.computeIfAbsent(key.apply(device), k -> new ArrayList<>())
                .add(device));
        return groups;
    }

    private static List<RevokedDevice> devices(ToBeSignedLinkageValueCrl list) {
        List<RevokedDevice> devices = new ArrayList<>();
        for (JMaxGroup byJMax : list.individual() == null ? List.<JMaxGroup>of() : list.individual()) {
            for (LAGroup byAuthorities : byJMax.contents()) {
                for (IMaxGroup byIMax : byAuthorities.contents()) {
                    for (IndividualRevocation device : byIMax.contents()) {
                        devices.add(new RevokedDevice(
                                byJMax.jmax(),
                                byAuthorities.la1Id(),
                                byAuthorities.la2Id(),
                                byIMax.iMax(),
                                list.iRev().value(),
                                device.linkageSeed1().octets(),
                                device.linkageSeed2().octets()));
                    }
                }
            }
        }
        return devices;
    }
}
