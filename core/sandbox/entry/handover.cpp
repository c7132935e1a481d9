#include "handover.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace autodidact::sandbox {

Handover &receiveHandover()
{
    static Handover handover;
    const int socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    strncpy(address.sun_path, entrySocket, sizeof address.sun_path - 1);
    if (connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return handover;
    iovec piece{handover.text, sizeof handover.text - 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof handover.fds)] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t size = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    const cmsghdr *head = CMSG_FIRSTHDR(&message);
    close(socket);
    if (size <= 0 || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) || !head || head->cmsg_len < CMSG_LEN(leastHandoverFds * sizeof(int)))
        return handover;
    handover.fdCount = int((head->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    memcpy(handover.fds, CMSG_DATA(head), size_t(handover.fdCount) * sizeof(int));
    handover.size = size_t(size);
    return handover;
}

} // namespace autodidact::sandbox
