"""Headless Chromium driven by its debugging protocol, over a WebSocket client of our own: nothing beside Python is needed."""
import base64, json, os, socket, subprocess, tempfile, time, urllib.request

KEYS = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowRight": 39, "ArrowLeft": 37}


class Browser:
    """One window with cookies of its own. `problems` collects what a page's script or policy complained of."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        arguments = ["chromium", "--headless", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                     "--remote-debugging-port=0", "--user-data-dir=" + self.folder.name, "about:blank"]
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
        self.number = self.presses = 0
        self.problems = []
        self.connect(self.port())
        for domain in ("Page", "Runtime", "Log"):
            self.send(domain + ".enable")
        self.send("Emulation.setFocusEmulationEnabled", enabled=True)

    def port(self):
        for line in self.process.stderr:
            if "DevTools listening on" in line:
                return line.split("127.0.0.1:")[1].split("/")[0]
        raise SystemExit("FAILED  chromium did not start")

    def connect(self, port):
        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        address = next(p for p in pages if p["type"] == "page")["webSocketDebuggerUrl"]
        self.socket = socket.create_connection(("127.0.0.1", int(port)), timeout=60)
        path = address.split(port, 1)[1]
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Key: c29ob2Etc29ob2Etc29obw==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.stream = self.socket.makefile("rb")
        while self.stream.readline().strip():
            pass

    def send(self, method, **parameters):
        self.number += 1
        data = json.dumps({"id": self.number, "method": method, "params": parameters}).encode()
        length = len(data)
        head = bytes([0x81, 0x80 | length]) if length < 126 else bytes([0x81, 0xFE]) + length.to_bytes(2, "big")
        self.socket.sendall(head + b"\0\0\0\0" + data)
        while True:
            answer = json.loads(self.receive())
            if answer.get("id") == self.number:
                return answer.get("result", answer)
            self.note(answer)

    def note(self, event):
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(event["params"]["exceptionDetails"].get("exception", {}).get("description", "")))
        entry = event.get("params", {}).get("entry", {})
        if event.get("method") == "Log.entryAdded" and entry.get("level") == "error" and "Failed to load" not in entry["text"]:
            self.problems.append(entry["text"])

    def receive(self):
        whole = b""
        while True:
            first, second = self.stream.read(2)
            length = second & 127
            if length == 126:
                length = int.from_bytes(self.stream.read(2), "big")
            elif length == 127:
                length = int.from_bytes(self.stream.read(8), "big")
            whole += self.stream.read(length)
            if first & 128:
                return whole

    def run(self, script):
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"FAILED  {script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, script, seconds=15):
        """Waits until a script gives something true, and gives that."""
        end = time.time() + seconds
        while time.time() < end:
            try:
                value = self.run(script)
            except SystemExit:  # between two pages there is nothing to ask
                value = None
            if value:
                return value
            time.sleep(0.01)
        raise SystemExit(f"FAILED  never came true: {script}")

    def open(self, address):
        self.leave(lambda: self.send("Page.navigate", url=address))

    def leave(self, act):
        """Does what brings another page, and waits for it."""
        self.run("window.isOld = true")
        act()
        self.until("!window.isOld && document.readyState === 'complete'")

    def press(self, key, alt=False):
        self.presses += 1
        common = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, ord(key.upper()[0])), "modifiers": 1 if alt else 0}
        text = "\r" if key == "Enter" else (key if len(key) == 1 and not alt else None)
        self.send("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text, presses=None):
        """`presses`: what an input method of Vietnamese needs for it."""
        self.presses += presses or len(text)
        self.send("Input.insertText", text=text)

    def size(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scheme(self, name):
        """`light` or `dark`, as the system would say."""
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def wheel(self, x, y, down):
        self.send("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=down)

    def drag(self, x, y, dx, dy):
        self.send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        for part in (0.5, 1):
            self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x + dx * part, y=y + dy * part, button="left", buttons=1)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", x=x + dx, y=y + dy, button="left", clickCount=1)

    def shot(self, path):
        time.sleep(0.3)
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
