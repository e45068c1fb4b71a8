public import Packages
public import ArgumentParser

extension PackageKind: ExpressibleByArgument {}
