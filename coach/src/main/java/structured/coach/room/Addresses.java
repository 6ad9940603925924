package structured.coach.room;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** This laptop's addresses in the room's network. */
final class Addresses {

    private Addresses() {}

    /** Those that others may reach, the likeliest first; this laptop's own, if it is in no network. */
    static List<String> all() {
        var found = new ArrayList<InetAddress>();
        try {
            for (var card : NetworkInterface.networkInterfaces().toList()) {
                if (card.isUp() && !card.isLoopback() && !isWithinTheMachine(card)) {
                    card.inetAddresses().filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress()).forEach(found::add);
                }
            }
        } catch (SocketException e) {
            // Then none is known: whoever asks can name one.
        }
        found.sort(Comparator.comparing(address -> !address.isSiteLocalAddress()));
        return found.isEmpty() ? List.of("127.0.0.1") : found.stream().map(InetAddress::getHostAddress).toList();
    }

    /** Between this machine and what runs in it: containers, virtual machines. */
    private static boolean isWithinTheMachine(NetworkInterface card) throws SocketException {
        return card.isVirtual() || card.isPointToPoint() || card.getName().matches("(docker|veth|br-|virbr|vmnet|vboxnet|lxc|podman|cni|tun|tap|utun|wg).*");
    }
}
